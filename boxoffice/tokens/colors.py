"""The colours of the themes, by what they mean."""

from __future__ import annotations

# In light, dark and contrast. Which pairs occur, and how much they have to differ, is in the test.
_COLORS = {
    "ground": ("#e6e9ed", "#0d0f12", "#000000"),
    "floor": ("#f4f5f7", "#14171b", "#000000"),
    "surface": ("#ffffff", "#1b1f25", "#000000"),
    "raised": ("#ffffff", "#272c34", "#000000"),
    "fill": ("#eceef1", "#2a3038", "#000000"),
    "fill_hover": ("#e0e4e9", "#353c46", "#333300"),
    "fill_press": ("#d3d9e0", "#404854", "#4d4d00"),
    "line": ("#d8dce2", "#30363f", "#ffffff"),
    "line_strong": ("#838c98", "#75808e", "#ffffff"),
    "text": ("#161a20", "#eceff3", "#ffffff"),
    "quiet": ("#535c69", "#a7b0bc", "#ffffff"),
    "off": ("#757e8a", "#7b8592", "#b0b0b0"),
    "accent": ("#0f5cc8", "#5ca0ff", "#ffde00"),
    "accent_hover": ("#0b4ca8", "#82b6ff", "#fff3a0"),
    "accent_press": ("#093e8a", "#9cc5ff", "#fff9cf"),
    "on_accent": ("#ffffff", "#081423", "#000000"),
    "tint": ("#e3edfb", "#1d3250", "#333300"),
    "mine": ("#10151d", "#ffffff", "#ffffff"),
    "on_mine": ("#ffffff", "#10151d", "#000000"),
    "rim": ("#ffffff", "#0d0f12", "#000000"),
    "warn": ("#7a4b00", "#ffd27a", "#ffde00"),
    "warn_tint": ("#fff2d9", "#3a2e14", "#000000"),
    "danger": ("#b3161f", "#ff9c9c", "#ff9c9c"),
    "danger_tint": ("#fdebeb", "#3d1f22", "#000000"),
    "good": ("#14653a", "#8be0ae", "#8be0ae"),
    "good_tint": ("#e3f3e9", "#17352a", "#000000"),
    "sold": ("#7d8692", "#69727e", "#8c8c8c"),
    "held": ("#535c69", "#a7b0bc", "#ffffff"),
    "blocked": ("#535c69", "#a7b0bc", "#ffffff"),
    "share0": ("#ebedf0", "#1e2228", "#1a1a1a"),
    "share1": ("#d3e3dc", "#1f352e", "#0f3325"),
    "share2": ("#a9cdbd", "#265646", "#17573f"),
    "share3": ("#7ab59b", "#2c735b", "#1f7a58"),
    "cat1": ("#ae2f7b", "#e070b0", "#ff8ccb"),
    "cat2": ("#2f6fd6", "#6fa5ff", "#8fbbff"),
    "cat3": ("#17805a", "#3db98a", "#5be0ae"),
    "cat4": ("#b05c08", "#e0933d", "#ffae5c"),
    "cat5": ("#7a4cc9", "#ab8df2", "#c9b0ff"),
    "cat6": ("#0e7c8b", "#3fb5c4", "#5cddec"),
    "on_cat": ("#ffffff", "#0d0f12", "#000000"),
    "stage": ("#dde1e6", "#262b33", "#1a1a1a"),
    # The edge of a control: none but in contrast, where it is all there is to see of one.
    "edge": ("#eceef1", "#2a3038", "#ffffff"),
    # The edge of a region, the same way.
    "region_edge": ("#e6e9ed", "#0d0f12", "#ffffff"),
}

THEMES: dict[str, dict[str, str]] = {
    theme: {name: shades[place] for name, shades in _COLORS.items()}
    for place, theme in enumerate(("light", "dark", "contrast"))
}
