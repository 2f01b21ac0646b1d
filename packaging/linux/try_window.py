#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0
"""Works with the window of an AppDir as a person does: writes a script, lets the demo speak it, listens, and exports.

usage: try_window.py ROOT APPDIR SINK_RECORDING

ROOT is what bare_root.py made; the window is started in it by enter-root.sh, on the screen DISPLAY, with the sound server
at ROOT/run/pulse. SINK_RECORDING is where somebody else keeps what that server hears, as 16-bit samples.
"""

import array
import json
import os
import pathlib
import subprocess
import sys
import time
import typing
import wave

HERE = pathlib.Path(__file__).resolve().parent
PATIENCE_S = 90.0
SCRIPT = "[S1] Is anybody there? [S2] Nobody but us. (laughs)"


def xdotool(*words: str) -> str:
    return subprocess.run(["xdotool", *words], capture_output=True, text=True, check=False).stdout.strip()


def wait_for(what: str, condition: typing.Callable[[], typing.Any], window: typing.Optional[subprocess.Popen] = None,
             pause_s: float = 0.1) -> typing.Any:
    """The condition's first value that counts as true."""
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        value = condition()
        if value:
            return value
        if window is not None and window.poll() is not None:
            raise SystemExit(f"try_window: the program ended ({window.returncode}) before there was {what}")
        time.sleep(pause_s)
    raise SystemExit(f"try_window: waited {PATIENCE_S:.0f} s in vain for {what}")


def has_sound(samples: bytes) -> bool:
    values = array.array("h", samples[: len(samples) // 2 * 2])
    return any(abs(value) > 100 for value in values)


def wave_samples(path: pathlib.Path) -> bytes:
    with wave.open(str(path)) as file:
        if file.getframerate() != 44100:
            raise SystemExit(f"try_window: {path.name} has {file.getframerate()} samples a second")
        return file.readframes(file.getnframes())


def settle(root: pathlib.Path) -> None:
    """The demo as the model, so that the window begins with the script."""
    data = root / "home/data"
    data.mkdir()
    preferences = {"demo": True, "consentSeen": True, "playMode": "at-once", "language": "en"}
    settings = json.dumps({"parley-settings": 1, "preferences": preferences})
    (data / "settings.json").write_text(settings, encoding="utf-8")


def start(root: pathlib.Path, appdir: pathlib.Path) -> tuple[subprocess.Popen, str]:
    """The running program and its window, once that is on the screen."""
    begun = time.monotonic()
    window = subprocess.Popen(
        [HERE / "enter-root.sh", root, appdir, f"DISPLAY={os.environ['DISPLAY']}", "QT_QPA_PLATFORM=xcb",
         "PULSE_SERVER=unix:/run/pulse", "/opt/a place/Parley.AppDir/AppRun", "--data", "/home/data"])
    shown = wait_for("a window", lambda: xdotool("search", "--onlyvisible", "--name", "Parley"), window, 0.01)
    print(f"the window is on the screen after {time.monotonic() - begun:.2f} s", flush=True)
    return window, shown.split()[-1]


def speak(root: pathlib.Path, shown: str, window: subprocess.Popen) -> None:
    xdotool("windowfocus", "--sync", shown)
    xdotool("key", "ctrl+a")
    xdotool("type", "--delay", "10", SCRIPT)
    takes = root / "home/data/takes"

    def begun() -> bool:
        """Asks again until it is heard: the model may not be loaded yet."""
        xdotool("key", "ctrl+Return")
        time.sleep(2.0)
        return any(takes.glob("take-*"))

    wait_for("a take that begins", begun, window)
    take = wait_for("a take", lambda: next(takes.glob("*.wav"), None), window)
    print(f"the demo spoke: {take.relative_to(root)}", flush=True)


def listen(recording: pathlib.Path, window: subprocess.Popen) -> None:
    wait_for("sound in the sink", lambda: has_sound(recording.read_bytes()[-200_000:]), window)
    print("the sink heard it", flush=True)


def export(root: pathlib.Path, window: subprocess.Popen) -> None:
    target = root / "home/exported.wav"
    xdotool("key", "ctrl+e")
    dialog = wait_for("the export's dialog", lambda: xdotool("search", "--onlyvisible", "--name", "Export take"), window)
    xdotool("windowfocus", "--sync", dialog.split()[-1])
    xdotool("key", "ctrl+a")
    xdotool("type", "--delay", "10", f"/home/{target.name}")
    xdotool("key", "Return")
    wait_for("an exported file", target.exists, window)
    samples = wave_samples(target)
    if not has_sound(samples):
        raise SystemExit("try_window: the exported file is silent")
    print(f"exported {len(samples) / 2 / 44100:.1f} s of sound", flush=True)


def main() -> int:
    if len(sys.argv) != 4:
        print(__doc__)
        return 2
    root, appdir, recording = map(pathlib.Path, sys.argv[1:])
    settle(root)
    window, shown = start(root, appdir)
    try:
        speak(root, shown, window)
        listen(recording, window)
        export(root, window)
    finally:
        window.terminate()
        window.wait()
    return 0


if __name__ == "__main__":
    sys.exit(main())
