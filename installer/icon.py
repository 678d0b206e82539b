"""Draw the program's icon at the sizes Windows asks for: `QT_QPA_PLATFORM=offscreen python installer/icon.py`."""

from __future__ import annotations

import io
import sys
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

HOUSE = Path(__file__).resolve().parent.parent
SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)


def drawn(renderer: QSvgRenderer, size: int) -> Image.Image:
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the format is text, the stub asks for bytes
    return Image.open(io.BytesIO(buffer.data().data()))


def main() -> int:
    application = QGuiApplication(sys.argv)
    renderer = QSvgRenderer(str(HOUSE / "resources" / "kubebuku.svg"))
    pictures = [drawn(renderer, size) for size in SIZES]
    target = HOUSE / "installer" / "windows" / "kubebuku.ico"
    pictures[-1].save(target, sizes=[(size, size) for size in SIZES], append_images=pictures[:-1])
    application.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main())
