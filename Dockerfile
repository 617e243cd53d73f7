# The page and all commands in a container: no root, no model to download, a read-only file system.
#
#   docker build -t press-release-rag .
#   docker run --rm -v ./releases:/data/corpus:ro -v rag-index:/data/index press-release-rag \
#       build /data/corpus --index /data/index
#   docker run --rm --read-only --tmpfs /tmp -p 127.0.0.1:7860:7860 \
#       -v ./releases:/data/corpus:ro -v rag-index:/data/index press-release-rag
#
# Its parts are tested (tests/test_deployment.py); the image as a whole was not built or run.
# Whoever publishes the port beyond this machine sets RAG_USER and RAG_PASSWORD (-e).

FROM python:3.11-slim AS installed
WORKDIR /source
COPY constraints.txt ./
COPY requirements/ requirements/
RUN python -m venv /opt/rag \
    && /opt/rag/bin/pip install --no-cache-dir --no-warn-conflicts -r requirements/app.txt
COPY pyproject.toml MANIFEST.in README.md LICENSE ./
COPY rag/ rag/
RUN /opt/rag/bin/pip install --no-cache-dir --no-deps .

FROM python:3.11-slim
RUN useradd --uid 10001 --no-create-home --shell /usr/sbin/nologin rag \
    && install -d -o rag -g rag /data /data/corpus /data/index
COPY --from=installed /opt/rag /opt/rag
# What is written beside the volumes goes to /tmp, and the model hubs are never asked.
ENV PATH=/opt/rag/bin:$PATH \
    HOME=/tmp \
    HF_HUB_OFFLINE=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1
USER 10001
WORKDIR /data
VOLUME ["/data/corpus", "/data/index"]
EXPOSE 7860
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:7860/healthz', timeout=4)"]
ENTRYPOINT ["rag"]
CMD ["serve", "--host", "0.0.0.0", "--port", "7860", "--index", "/data/index"]
