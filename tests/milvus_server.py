"""Start a real Milvus server (the ``milvus`` package, in an environment of its own) and stop it
when standard input closes.

    python milvus_server.py FOLDER PORT
"""

import sys

from milvus import MilvusServer

server = MilvusServer()
server.set_base_dir(sys.argv[1])
server.listen_port = int(sys.argv[2])
server.start()
print("ready", flush=True)  # noqa: T201
sys.stdin.read()
server.stop()
