"""Pages as different programs make them, for the tests of the HTML format. All are made up."""

from __future__ import annotations

P1 = (
    "La régie des eaux de Portville a inauguré mardi une station de pompage sur la rive droite "
    "du fleuve, après dix-huit mois de travaux."
)
P2 = (
    "L’ouvrage alimentera neuf mille foyers et remplace l’usine de 1962, fermée depuis la crue de "
    "janvier ; il a coûté six millions d’euros."
)
P3 = (
    "« C’est une étape décisive pour la rive droite », a déclaré la présidente de la régie, "
    "Anne Morel, devant les élus réunis sur le site."
)

WORDPRESS = f"""<!DOCTYPE html>
<html lang="fr-FR"><head><meta charset="UTF-8">
<title>Une station de pompage pour la rive droite - Régie des eaux de Portville</title>
<link rel="canonical" href="https://eaux-portville.example/2021/05/station/">
<meta property="og:locale" content="fr_FR"><meta property="og:type" content="article">
<meta property="og:title" content="Une station de pompage pour la rive droite - Régie des eaux">
<meta property="og:site_name" content="Régie des eaux de Portville">
<meta property="article:published_time" content="2021-05-04T08:30:00+00:00">
<meta property="article:modified_time" content="2021-06-01T09:00:00+00:00">
<script type="application/ld+json">{{"@context":"https://schema.org","@graph":[
{{"@type":"Article","headline":"Une station de pompage pour la rive droite",
"datePublished":"2021-05-04T08:30:00+00:00","dateModified":"2021-06-01T09:00:00+00:00"}},
{{"@type":"WebSite","name":"Régie des eaux de Portville"}}]}}</script>
<style>.a{{color:red}}</style></head>
<body class="post-template-default single single-post has-sidebar">
<a class="skip-link screen-reader-text" href="#content">Aller au contenu</a>
<header id="masthead" class="site-header"><div class="site-branding">
<p class="site-title"><a href="/" rel="home">Régie des eaux de Portville</a></p></div>
<nav class="main-navigation"><ul><li><a href="/">Accueil</a></li><li><a href="/a">Abonnés</a></li>
</ul></nav><form role="search" class="search-form"><label>Rechercher :</label><input></form></header>
<div id="content" class="site-content"><div id="primary" class="content-area"><main id="main">
<div class="breadcrumbs"><a href="/">Accueil</a> » <a href="/presse">Presse</a> » Station</div>
<article id="post-12" class="post type-post category-presse tag-eau">
<header class="entry-header"><h1 class="entry-title">Une station de pompage pour la rive droite</h1>
<div class="entry-meta"><span class="posted-on"><time class="entry-date published"
 datetime="2021-05-04T08:30:00+00:00">il y a 3 ans</time></span>
<span class="byline"> par <a href="/author/cm">Claire Martin</a></span></div></header>
<div class="entry-content">
<p class="has-large-font-size">{P1}</p>
<figure class="wp-block-image"><img src="a.jpg" alt="La station"><figcaption>La station vue du
fleuve.</figcaption></figure>
<p>{P2}</p><h2>Les chiffres</h2>
<ul><li>18 mois de travaux&nbsp;;</li><li>9&nbsp;000 foyers&nbsp;;<ul><li>dont 800 en
 zone rurale.</li></ul></li></ul>
<ol start="3"><li>Pomper</li><li>Filtrer</li></ol>
<table><thead><tr><th>Commune</th><th>Somme</th></tr></thead><tbody>
<tr><td>Pohéran</td><td>128&nbsp;732&nbsp;$</td></tr>
<tr><td>Rivière-Verte</td><td>103&nbsp;376&nbsp;$</td></tr></tbody></table>
<p>{P3}</p>
<h3>À propos de la régie</h3><p>La régie des eaux de Portville dessert douze communes du littoral
et emploie deux cent dix personnes.</p>
<h3>Contact presse</h3><p>Claire Martin<br>presse@example.org<br>01 23 45 67 89</p>
<div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">Partager :</h3><ul><li>
<a href="#">Facebook</a></li><li><a href="#">X</a></li></ul></div>
<div id="jp-relatedposts" class="jp-relatedposts"><h3>Articles similaires</h3>
<p>Inondations&nbsp;: la ville débloque quatre millions d’euros pour les quartiers touchés.</p></div>
</div><footer class="entry-footer"><span class="tags-links">Étiquettes : <a href="/t">eau</a>,
<a href="/u">travaux</a></span></footer></article>
<nav class="navigation post-navigation"><a href="/p">Article précédent</a></nav>
<div id="comments" class="comments-area"><h2>Laisser un commentaire</h2><p>Vous devez être connecté
pour publier un commentaire.</p></div></main></div>
<aside id="secondary" class="widget-area"><h2>Actualités récentes</h2><ul><li><a href="/x">Le budget
2021 est adopté</a></li></ul></aside></div>
<footer id="colophon" class="site-footer"><p>© 2024 Régie des eaux. Mentions légales</p></footer>
<div id="cookie-law-info-bar" class="cookie-bar"><p>Nous utilisons des cookies afin de mesurer
l’audience de notre site et de vous proposer des contenus adaptés à vos centres d’intérêt.</p></div>
<script>var x = "Texte de script";</script></body></html>"""

DRUPAL = f"""<!DOCTYPE html>
<html lang="fr" dir="ltr"><head><meta charset="utf-8">
<meta name="Generator" content="Drupal 10"><title>Pompage : une station | prefecture.example</title>
<link rel="canonical" href="https://www.prefecture.example/presse/pompage">
<meta name="dcterms.modified" content="2023-11-02T10:00:00+0100"></head>
<body class="path-node page-node-type-communique">
<div role="dialog" aria-label="Cookies"><p>Ce site utilise des cookies et vous donne le contrôle sur
ceux que vous souhaitez activer, pour tous les services proposés.</p></div>
<header role="banner" class="fr-header"><div>Préfet de Portville</div></header>
<nav role="navigation" class="fr-breadcrumb"><ol><li><a href="/">Accueil</a></li></ol></nav>
<main role="main" id="contenu"><div class="region region-content">
<div data-drupal-messages-fallback class="hidden">Message caché</div>
<div class="block block-page-title"><h1>Communiqué de presse</h1></div>
<article class="node node--type-communique"><div class="node__content">
<div class="field field--name-field-date field--label-hidden field__item">Publié le 4 mai 2021</div>
<h2 class="field-title">Une station de pompage pour la rive droite</h2>
<div class="field field--name-body"><p>{P1}</p><p>{P2}</p><p>Mesures&nbsp;:</p>
<ul><li><p>un numéro vert&nbsp;;</p></li><li><p>une <a href="/c">carte</a> des travaux.</p></li></ul>
<p>{P3}</p></div>
<div class="field field--name-field-tags"><div class="field__label">Thèmes</div>
<a href="/eau">Eau</a> <a href="/travaux">Travaux</a></div>
<div class="views-row"><h3><a href="/1">Sécheresse : quatorze communes en alerte</a></h3>
<p>Le préfet a placé quatorze communes en alerte renforcée à compter de lundi, jusqu’à nouvel
ordre et pour toutes les activités.</p></div>
</div></article></div></main>
<footer role="contentinfo"><p>Préfecture de Portville, 1 place de la République</p></footer>
</body></html>"""

WORD = f"""<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">
<head><meta http-equiv=Content-Type content="text/html; charset=windows-1252">
<meta name=Generator content="Microsoft Word 15 (filtered)"><title>Microsoft Word - CP12.doc</title>
<style><!-- p.MsoNormal {{margin:0cm}} --></style></head>
<body lang=FR style='tab-interval:35.4pt'><div class=WordSection1>
<p class=MsoNormal align=right><span lang=FR>Portville, le 4&nbsp;mai 2021<o:p></o:p></span></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoTitle align=center style='text-align:center'><b><span style='font-size:16.0pt'>Une
station de pompage<br>
pour la rive droite<o:p></o:p></span></b></p>
<p class=MsoNormal style='text-align:justify'><span lang=FR>{P1}</span></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;
</span></span></span><![endif]>dix-huit mois de travaux<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span><![endif]>neuf mille foyers.</p>
<p class=MsoNormal><span lang=FR>{P2}</span></p>
<table class=MsoTableGrid border=1><tr><td><p class=MsoNormal><b>Commune</b></p></td><td>
<p class=MsoNormal><b>Tarif</b></p></td></tr><tr><td><p class=MsoNormal>Corvin</p></td>
<td><p class=MsoNormal>2,80&nbsp;€</p></td></tr></table>
<p class=MsoNormal><b>Contacts presse</b></p>
<p class=MsoNormal>Claire Martin – presse@example.org</p>
</div></body></html>"""

LIBREOFFICE = f"""<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.0 Transitional//EN">
<HTML><HEAD><META HTTP-EQUIV="CONTENT-TYPE" CONTENT="text/html; charset=utf-8">
<TITLE></TITLE><META NAME="GENERATOR" CONTENT="LibreOffice 7.3 (Linux)">
<META NAME="CREATED" CONTENT="20190212;150000000000000">
<META NAME="CHANGED" CONTENT="20210504;100000000000000"></HEAD>
<BODY LANG="fr-FR" LINK="#000080" DIR="LTR">
<P ALIGN=RIGHT STYLE="margin-bottom: 0cm">Portville, le 4 mai 2021</P>
<H1 CLASS="western" ALIGN=CENTER>Une station de pompage pour la rive droite</H1>
<P STYLE="margin-bottom: 0cm">{P1}</P>
<OL><LI><P STYLE="margin-bottom: 0cm">premier point,</P><LI><P>second point.</P></OL>
<P STYLE="margin-bottom: 0cm">{P2}</P><P STYLE="margin-bottom: 0cm"><BR></P></BODY></HTML>"""

NINETIES = f"""<html><head><title>R&eacute;gie des eaux : station de pompage</title></head>
<body bgcolor=#ffffff><table width=600 border=0 cellpadding=0><tr><td colspan=2><img src=logo.gif
alt="Logo"></td></tr><tr><td width=120 valign=top><font size=1><a href=index.htm>Accueil</a><br>
<a href=presse.htm>Presse</a><br><a href=plan.htm>Plan du site</a></font></td><td valign=top>
<center><font size=+2><b>Une station de pompage pour la rive droite</b></font></center>
<font face=Arial>Portville, le 4 mai 1999<br><br>{P1}<br><br>{P2}<p>{P3}
<p><table border=1><tr><td>Ann&eacute;e<td>Foyers<tr><td>1998<td>0<tr><td>1999<td>9000</table>
<p>Ce site est optimis&eacute; pour 800x600.</font></td></tr></table></body></html>"""

WML = """#use wml::example::page translation="1.2"
<define-tag pagetitle>Sortie de la version <version> <q>Grand large</q></define-tag>
<define-tag release_date>2013-12-14</define-tag>
<define-tag version>7.3</define-tag>
<define-tag fix><tr><td>%0</td><td>%1</td></tr></define-tag>
<define-tag code><td><: print join(", ", "%1"); :></td></define-tag>
# Un commentaire du traducteur
<p>
Le projet annonce la version <version> de son système, après deux ans de travail des
bénévoles du monde entier et des essais dans trente pays.
</p>
<h2>Corrections</h2>
<table><tr><th>Paquet</th><th>Raison</th></tr>
<fix apt "Mise à jour pour <version>">
<fix base-files    "Nouvelle version">
</table>
<p>Voir <a href="$(HOME)/doc">la documentation</a> complète du projet.</p>
"""
