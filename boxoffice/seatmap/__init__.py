"""The seat map: geometry and hit testing (`hall`), rasteriser and layers (`drawing`), words for
assistive tools (`speech`), and `canvas`, the one widget, put together of the modules beside it."""
