"""The seat map: geometry and hit testing (pure), rasteriser (numpy), canvas (the one widget)."""
