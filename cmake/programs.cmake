# Programs come here with src/platform.
