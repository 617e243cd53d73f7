"""Gather what several releases say: values over time, series, lists, counts, who came before."""
