#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0
"""sign.sh, notarize.sh, make-dmg.sh and keychain.sh on a Mac of stand-ins: what is asked of Apple's tools, in which
order, and what is said when something isn't there.
"""

import base64
import hashlib
import json
import pathlib
import unittest

from fake_mac import QT_CORE, SCRIPTS, FakeMac
from fake_tools import write_macho

IDENTITY = "Developer ID Application: Someone (TEAM)"


class ShippingTest(unittest.TestCase):
    def setUp(self) -> None:
        self.mac = FakeMac()
        self.addCleanup(self.mac.folder.cleanup)
        contents = self.mac.app / "Contents"
        for name in ("MacOS/Parley", "MacOS/parley-cli", f"Frameworks/{QT_CORE}", "Frameworks/libtorch_cpu.dylib",
                     "Frameworks/QtCore.framework/Versions/A/Helpers/helper", "PlugIns/platforms/libqcocoa.dylib"):
            write_macho(contents / name)
        build = self.mac.root / "build/app/gui/Parley.app/Contents"
        (contents / "Info.plist").write_bytes((build / "Info.plist").read_bytes())
        (contents / "Resources").mkdir()
        (contents / "Resources/LICENSE").touch()
        self.dmg = self.mac.root / "Parley.dmg"
        self.dmg.touch()

    def succeed(self, script: str, *arguments: object, **variables: str) -> str:
        done = self.mac.run(script, *arguments, **variables)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stderr

    def signed(self) -> list[str]:
        """What was signed, as paths in the application, in order."""
        return [str(pathlib.Path(call[-1]).relative_to(self.mac.root / "out"))
                for call in self.mac.calls("codesign") if "--sign" in call]


class Signing(ShippingTest):
    def test_goes_from_the_inside_out(self) -> None:
        self.succeed("sign.sh", self.mac.app, PARLEY_SIGN_IDENTITY=IDENTITY)
        signed = self.signed()
        self.assertEqual(set(signed), {"Parley.app", "Parley.app/Contents/MacOS/parley-cli",
                                       "Parley.app/Contents/Frameworks/QtCore.framework",
                                       "Parley.app/Contents/Frameworks/QtCore.framework/Versions/A/Helpers/helper",
                                       "Parley.app/Contents/Frameworks/libtorch_cpu.dylib",
                                       "Parley.app/Contents/PlugIns/platforms/libqcocoa.dylib"})
        self.assertEqual(len(signed), len(set(signed)))
        for index, inner in enumerate(signed):
            for outer in signed[:index]:
                self.assertFalse(inner.startswith(outer + "/"), f"{outer} was signed before {inner}")
        self.assertEqual(signed[-1], "Parley.app")

    def test_gives_entitlements_to_the_application_alone(self) -> None:
        self.succeed("sign.sh", self.mac.app, PARLEY_SIGN_IDENTITY=IDENTITY)
        with_entitlements = [call for call in self.mac.calls("codesign") if "--entitlements" in call]
        self.assertEqual([call[-1] for call in with_entitlements], [str(self.mac.app)])
        call = with_entitlements[0]
        self.assertEqual(call[call.index("--entitlements") + 1], str(SCRIPTS / "parley.entitlements"))

    def test_is_hardened_stamped_and_never_deep(self) -> None:
        self.succeed("sign.sh", self.mac.app, PARLEY_SIGN_IDENTITY=IDENTITY, PARLEY_KEYCHAIN="/k")
        for call in self.mac.calls("codesign"):
            self.assertNotIn("--deep", call)
            if "--sign" in call:
                self.assertIn("--options runtime", " ".join(call))
                self.assertIn("--timestamp", call)
                self.assertEqual(call[call.index("--sign") + 1], IDENTITY)
                self.assertEqual(call[call.index("--keychain") + 1], "/k")

    def test_is_verified_after_all(self) -> None:
        self.succeed("sign.sh", self.mac.app, PARLEY_SIGN_IDENTITY=IDENTITY)
        self.assertEqual(self.mac.calls("codesign")[-1], ["--verify", "--strict", "--verbose=2", str(self.mac.app)])

    def test_without_an_identity_is_ad_hoc_and_says_so(self) -> None:
        said = self.succeed("sign.sh", self.mac.app)
        self.assertIn("PARLEY_SIGN_IDENTITY is not set", said)
        self.assertIn("ad hoc", said)
        for call in self.mac.calls("codesign")[:-1]:
            self.assertEqual(call[call.index("--sign") + 1], "-")
            self.assertNotIn("runtime", call)

    def test_ends_with_the_first_refusal(self) -> None:
        self.mac.put_tool("codesign", "exit 1")
        self.assertNotEqual(self.mac.run("sign.sh", self.mac.app, PARLEY_SIGN_IDENTITY=IDENTITY).returncode, 0)

    def test_signs_an_image_without_entitlements(self) -> None:
        self.succeed("sign.sh", self.dmg, PARLEY_SIGN_IDENTITY=IDENTITY)
        self.assertEqual(self.mac.calls("codesign")[0],
                         ["--force", "--sign", IDENTITY, "--timestamp", str(self.dmg)])


class Notarizing(ShippingTest):
    profile = {"PARLEY_NOTARY_PROFILE": "parley", "PARLEY_KEYCHAIN": "/k"}

    def test_of_an_application(self) -> None:
        self.succeed("notarize.sh", self.mac.app, **self.profile)
        tools = [call[:3] for call in self.mac.calls() if call[0] in ("ditto", "xcrun", "spctl")]
        self.assertEqual([call[:2] for call in tools],
                         [["ditto", "-c"], ["xcrun", "notarytool"], ["xcrun", "stapler"], ["xcrun", "stapler"],
                          ["spctl", "--assess"]])
        submit, staple, validate = self.mac.calls("xcrun")
        self.assertEqual(submit[:2] + submit[3:], ["notarytool", "submit", "--keychain-profile", "parley", "--keychain",
                                                   "/k", "--wait"])
        self.assertTrue(submit[2].endswith("/Parley.app.zip"))
        self.assertEqual(staple, ["stapler", "staple", str(self.mac.app)])
        self.assertEqual(validate, ["stapler", "validate", str(self.mac.app)])
        self.assertEqual(self.mac.calls("spctl"), [["--assess", "--verbose=2", "--type", "execute", str(self.mac.app)]])

    def test_of_an_image(self) -> None:
        self.succeed("notarize.sh", self.dmg, **self.profile)
        self.assertEqual(self.mac.calls("ditto"), [])
        self.assertEqual(self.mac.calls("xcrun")[0][2], str(self.dmg))
        self.assertIn("context:primary-signature", self.mac.calls("spctl")[0])

    def test_refused_by_apple_staples_nothing(self) -> None:
        done = self.mac.run("notarize.sh", self.mac.app, FAKE_VERDICT="Invalid", **self.profile)
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("did not accept", done.stderr)
        self.assertEqual([call[:2] for call in self.mac.calls("xcrun")], [["notarytool", "submit"], ["notarytool", "log"]])
        self.assertEqual(self.mac.calls("xcrun")[1][2], "1234-5678")

    def test_needs_an_account(self) -> None:
        done = self.mac.run("notarize.sh", self.mac.app)
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("PARLEY_NOTARY_PROFILE", done.stderr)


class Packing(ShippingTest):
    def test_image_holds_the_application_and_a_way_to_install_it(self) -> None:
        self.succeed("make-dmg.sh", self.mac.app, self.dmg)
        self.assertEqual(self.dmg.read_text().split(), ["Applications", "Parley.app"])

    def test_all_of_it_signs_and_notarizes_application_and_image(self) -> None:
        self.succeed("build-dmg.sh", self.mac.root / "build", self.mac.root / "out", PARLEY_SIGN_IDENTITY=IDENTITY,
                     **Notarizing.profile)
        image = next((self.mac.root / "out").glob("Parley-*-macos-arm64.dmg"))
        stapled = [call[2] for call in self.mac.calls("xcrun") if call[:2] == ["stapler", "staple"]]
        self.assertEqual(stapled, [str(self.mac.app), str(image)])
        tools = [call[0] for call in self.mac.calls()]
        self.assertLess(max(index for index, tool in enumerate(tools) if tool == "install_name_tool"),
                        tools.index("codesign"))
        self.assertLess(tools.index("spctl"), tools.index("hdiutil"))

    def test_all_of_it_says_what_the_image_is_made_of(self) -> None:
        self.succeed("build-dmg.sh", self.mac.root / "build", self.mac.root / "out")
        document = json.loads(next((self.mac.root / "out").glob("Parley-*-macos-arm64.spdx.json")).read_text())
        parts = {package["name"] for package in document["packages"]}
        self.assertGreaterEqual(parts, {"parley", "LibTorch", "Qt", "libsndfile", "nlohmann-json"})
        hashes = {each["fileName"]: each["checksums"][1]["checksumValue"] for each in document["files"]}
        torch = "Contents/Frameworks/libtorch_cpu.dylib"
        self.assertEqual(hashes[f"./{torch}"], hashlib.sha256((self.mac.app / torch).read_bytes()).hexdigest())

    def test_all_of_it_without_an_account_says_what_is_left_out(self) -> None:
        said = self.succeed("build-dmg.sh", self.mac.root / "build", self.mac.root / "out")
        self.assertIn("ad hoc", said)
        self.assertIn("isn't notarized", said)
        self.assertEqual(self.mac.calls("xcrun"), [])


class Keychain(ShippingTest):
    secrets = {"MACOS_CERTIFICATE": base64.b64encode(b"certificate").decode(), "MACOS_CERTIFICATE_PASSWORD": "secret",
               "MACOS_NOTARY_KEY": base64.b64encode(b"key").decode(), "MACOS_NOTARY_KEY_ID": "ID",
               "MACOS_NOTARY_ISSUER": "ISSUER"}

    def test_tells_the_other_scripts_what_it_holds_and_goes(self) -> None:
        keychain = self.mac.root / "parley.keychain"
        done = self.mac.run("keychain.sh", "make", keychain, **self.secrets)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(done.stdout.splitlines(), [f"PARLEY_KEYCHAIN={keychain}",
                                                    "PARLEY_SIGN_IDENTITY=0123456789ABCDEF",
                                                    "PARLEY_NOTARY_PROFILE=parley"])
        self.succeed("keychain.sh", "remove", keychain)
        self.assertFalse(keychain.exists())

    def test_without_a_certificate_makes_none(self) -> None:
        done = self.mac.run("keychain.sh", "make", self.mac.root / "parley.keychain")
        self.assertEqual((done.returncode, done.stdout), (0, ""))
        self.assertIn("MACOS_CERTIFICATE is not set", done.stderr)
        self.assertEqual(self.mac.calls("security"), [])


if __name__ == "__main__":
    unittest.main()
