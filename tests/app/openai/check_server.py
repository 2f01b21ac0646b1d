#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0
"""Asks `parley-cli serve --demo` by OpenAI's own Python client, which scripts/setup.sh --tests puts into the user's cache.

usage: check_server.py PARLEY_CLI     exit status 1 when something is wrong, the client being absent included
"""

import contextlib
import os
import pathlib
import re
import subprocess
import sys
import wave

HERE = pathlib.Path(__file__).resolve().parent
KEY = "a-key-that-is-long-enough"
# Long enough for the second request to come while it is spoken.
LONG = {"max_tokens": 3072, "temperature": 0}


def client_python() -> pathlib.Path:
    """As scripts/setup.sh names it."""
    version = re.search(r"^openai==(\S+)$", (HERE / "requirements.txt").read_text(), re.MULTILINE)[1]
    home = pathlib.Path.home()
    on_mac = home / "Library/Caches"
    cache = on_mac if sys.platform == "darwin" else pathlib.Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache")
    return cache / f"parley/openai-{version}/bin/python"


def change_python() -> None:
    """Goes on in the environment that has the client."""
    python = client_python()
    if sys.prefix == str(python.parent.parent):
        return
    if not python.exists():
        sys.exit(f"OpenAI's client is not in {python.parent.parent}; get it with scripts/setup.sh --tests")
    os.execv(python, [str(python), *sys.argv])


@contextlib.contextmanager
def served(program: str, *flags: str):
    """Yields the address of a server, and expects it to end well."""
    command = [program, "serve", "--demo", "--port", "0", "--quiet", *flags]
    environment = {**os.environ, "PARLEY_API_KEY": KEY}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        try:
            yield process.stdout.readline().removeprefix("listening at ").strip()
        finally:
            process.terminate()
        assert process.wait(timeout=60) == 0, f"the server ended with {process.returncode}"


def client_of(address: str, key: str = KEY):
    import openai

    return openai.OpenAI(base_url=f"{address}/v1", api_key=key, max_retries=0, timeout=60)


def speak(client, **more):
    body = {"seed": 7, "max_tokens": 60, **more.pop("extra_body", {})}
    given = {"model": "demo", "voice": "default", "input": "[S1] Hello there. [S2] Hi.", **more}
    return client.audio.speech.create(**given, extra_body=body)


def check_models(client) -> None:
    assert [model.id for model in client.models.list()] == ["demo"]
    assert client.models.retrieve("demo").owned_by == "parley"


def check_formats(client, folder: pathlib.Path) -> None:
    begins = {"mp3": b"\xff\xfb", "opus": b"OggS", "flac": b"fLaC", "wav": b"RIFF"}
    for name, begin in begins.items():
        sound = speak(client, response_format=name).read()
        assert sound.startswith(begin), f"{name} begins with {sound[:4]!r}"
    assert speak(client).read().startswith(begins["mp3"]), "MP3 is what OpenAI's server sends unless told otherwise"
    speak(client, response_format="wav").write_to_file(folder / "a.wav")
    with wave.open(str(folder / "a.wav")) as sound:
        assert (sound.getframerate(), sound.getnchannels(), sound.getsampwidth()) == (44100, 1, 2)
    same = [speak(client, response_format="pcm").read() for _ in range(2)]
    assert same[0] == same[1] and len(same[0]) > 10_000, "the same seed says the same"
    assert len(speak(client, response_format="pcm", speed=2.0).read()) < 0.7 * len(same[0])


def check_stream(client) -> None:
    request = client.audio.speech.with_streaming_response.create(
        model="demo", voice="default", input="[S1] A long one.", response_format="pcm", extra_body=LONG)
    with request as response:
        pieces = response.iter_bytes(4096)
        assert len(next(pieces)) > 0
        check_refused("RateLimitError", 429, "rate_limit_exceeded", lambda: speak(client))
        assert sum(len(piece) for piece in pieces) > 1_000_000


def check_refused(kind: str, status: int, code: str, ask) -> None:
    import openai

    try:
        ask()
    except openai.APIStatusError as error:
        got = (type(error).__name__, error.status_code, error.code)
        assert got == (kind, status, code), f"expected {(kind, status, code)}, got {got}: {error.message}"
        return
    raise AssertionError(f"{kind} was expected")


def check_refusals(client, address: str) -> None:
    check_refused("AuthenticationError", 401, "invalid_api_key", lambda: speak(client_of(address, "another")))
    check_refused("NotFoundError", 404, "model_not_found", lambda: speak(client, model="tts-1"))
    check_refused("BadRequestError", 400, "voice_not_found", lambda: speak(client, voice="alloy"))
    check_refused("BadRequestError", 400, "script-invalid", lambda: speak(client, input=""))
    check_refused("BadRequestError", 400, "unsupported_format", lambda: speak(client, response_format="aac"))
    check_refused("BadRequestError", 400, "unsupported_value", lambda: speak(client, instructions="Whisper."))
    check_refused("BadRequestError", 400, "option-invalid", lambda: speak(client, extra_body={"top_k": 1}))


def main() -> int:
    import tempfile

    program = sys.argv[1]
    with served(program) as address, tempfile.TemporaryDirectory() as folder:
        client = client_of(address)
        check_models(client)
        check_formats(client, pathlib.Path(folder))
        check_refusals(client, address)
    with served(program, "--queue", "1") as address:
        check_stream(client_of(address))
    print("OpenAI's client gets what it expects")
    return 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    change_python()
    sys.exit(main())
