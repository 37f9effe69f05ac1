"""The stand-alone verifier in parts; ``store.verify`` makes one file of them."""
