<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>Benchmark</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 per second</source>
        <translation>%1 pro Sekunde</translation>
    </message>
    <message>
        <source>%1 GB/s</source>
        <translation>%1 GB/s</translation>
    </message>
    <message>
        <source>%1 s for a second of sound</source>
        <translation>%1 s für eine Sekunde Ton</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Number format</source>
        <translation>Zahlenformat</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>Takes at a time</source>
        <translation>Fassungen auf einmal</translation>
    </message>
    <message>
        <source>Making up the weights</source>
        <translation>Gewichte erzeugen</translation>
    </message>
    <message>
        <source>Reading the text</source>
        <translation>Text lesen</translation>
    </message>
    <message>
        <source>Steps of a voice that are read</source>
        <translation>Gelesene Schritte einer Stimme</translation>
    </message>
    <message>
        <source>One step</source>
        <translation>Ein Schritt</translation>
    </message>
    <message>
        <source>Steps that are made; 86 are a second of sound</source>
        <translation>Erzeugte Schritte; 86 sind eine Sekunde Ton</translation>
    </message>
    <message>
        <source>Weights that a step reads</source>
        <translation>Gewichte, die ein Schritt liest</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 GB</translation>
    </message>
    <message>
        <source>How fast it reads them</source>
        <translation>Wie schnell er sie liest</translation>
    </message>
    <message>
        <source>How fast the GPU copies</source>
        <translation>Wie schnell die GPU kopiert</translation>
    </message>
    <message>
        <source>Why steps are not recorded</source>
        <translation>Warum Schritte nicht aufgezeichnet werden</translation>
    </message>
    <message>
        <source>Codec, reading sound</source>
        <translation>Codec, Ton lesen</translation>
    </message>
    <message>
        <source>Codec, making sound</source>
        <translation>Codec, Ton erzeugen</translation>
    </message>
    <message>
        <source>Most memory so far, the window&apos;s included</source>
        <translation>Größter Speicherbedarf bisher, das Fenster eingeschlossen</translation>
    </message>
</context>
<context>
    <name>DeviceChoice</name>
    <message>
        <source>No device can be used.</source>
        <translation>Kein Gerät ist verwendbar.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be used: %2.</source>
        <translation>%1 ist nicht verwendbar: %2.</translation>
    </message>
    <message>
        <source>“Automatic” uses %1, in %2: %3.</source>
        <translation>„Automatisch“ verwendet %1 mit %2: %3.</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>The model was not found.</source>
        <translation>Das Modell wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>A model file is damaged.</source>
        <translation>Eine Modelldatei ist beschädigt.</translation>
    </message>
    <message>
        <source>This is not a model that Parley can read.</source>
        <translation>Dies ist kein Modell, das Parley lesen kann.</translation>
    </message>
    <message>
        <source>There is not enough memory.</source>
        <translation>Der Arbeitsspeicher reicht nicht aus.</translation>
    </message>
    <message>
        <source>The device can&apos;t be used.</source>
        <translation>Das Gerät ist nicht verwendbar.</translation>
    </message>
    <message>
        <source>The device doesn&apos;t compute in this number format.</source>
        <translation>Das Gerät rechnet nicht in diesem Zahlenformat.</translation>
    </message>
    <message>
        <source>The sound can&apos;t be read.</source>
        <translation>Der Ton kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The file can&apos;t be written.</source>
        <translation>Die Datei kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The script can&apos;t be spoken as it is.</source>
        <translation>Das Skript kann so nicht gesprochen werden.</translation>
    </message>
    <message>
        <source>A setting is out of its range.</source>
        <translation>Eine Einstellung liegt außerhalb ihres Bereichs.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>Der Datenträger ist voll.</translation>
    </message>
    <message>
        <source>The network failed.</source>
        <translation>Die Netzwerkverbindung ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>Something went wrong inside Parley.</source>
        <translation>In Parley ist etwas schiefgegangen.</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>The computation gave invalid numbers.</source>
        <translation>Beim Rechnen sind ungültige Zahlen herausgekommen.</translation>
    </message>
</context>
<context>
    <name>Examples</name>
    <message>
        <source>Welcome to the studio</source>
        <translation>Willkommen im Studio</translation>
    </message>
    <message>
        <source>The lighthouse and the storm</source>
        <translation>Der Leuchtturm und der Sturm</translation>
    </message>
    <message>
        <source>Interview with a beekeeper</source>
        <translation>Interview mit einer Imkerin</translation>
    </message>
    <message>
        <source>Argument about a tent</source>
        <translation>Streit um ein Zelt</translation>
    </message>
    <message>
        <source>Audiobook with two narrators</source>
        <translation>Hörbuch mit zwei Erzählern</translation>
    </message>
    <message>
        <source>Radio advert for a bakery</source>
        <translation>Radiowerbung für eine Bäckerei</translation>
    </message>
    <message>
        <source>Phone call to the repair shop</source>
        <translation>Anruf in der Werkstatt</translation>
    </message>
    <message>
        <source>Bedtime story</source>
        <translation>Gutenachtgeschichte</translation>
    </message>
    <message>
        <source>Opening of a podcast</source>
        <translation>Beginn eines Podcasts</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Take</source>
        <translation>Fassung</translation>
    </message>
</context>
<context>
    <name>ExportFormat</name>
    <message>
        <source>WAV, 16 bit</source>
        <translation>WAV, 16 Bit</translation>
    </message>
    <message>
        <source>WAV, 24 bit</source>
        <translation>WAV, 24 Bit</translation>
    </message>
    <message>
        <source>WAV, 32-bit float</source>
        <translation>WAV, 32 Bit Gleitkomma</translation>
    </message>
    <message>
        <source>FLAC (lossless)</source>
        <translation>FLAC (verlustfrei)</translation>
    </message>
    <message>
        <source>Ogg Vorbis</source>
        <translation>Ogg Vorbis</translation>
    </message>
    <message>
        <source>Opus</source>
        <translation>Opus</translation>
    </message>
    <message>
        <source>MP3</source>
        <translation>MP3</translation>
    </message>
</context>
<context>
    <name>KeyList</name>
    <message>
        <source>In the script</source>
        <translation>Im Skript</translation>
    </message>
    <message>
        <source>Next turn, with the other speaker</source>
        <translation>Nächster Beitrag, mit dem anderen Sprecher</translation>
    </message>
    <message>
        <source>New line in the same turn</source>
        <translation>Neue Zeile im selben Beitrag</translation>
    </message>
    <message>
        <source>List of sounds; arrows choose, Enter or Tab inserts</source>
        <translation>Liste der Geräusche; Pfeile wählen, Eingabe oder Tab fügt ein</translation>
    </message>
    <message>
        <source>Behind a speaker&apos;s tag: takes away the whole tag</source>
        <translation>Hinter einer Sprechermarke: entfernt die ganze Marke</translation>
    </message>
    <message>
        <source>In the find bar</source>
        <translation>In der Suchleiste</translation>
    </message>
    <message>
        <source>Next match; in the lower field: replace it</source>
        <translation>Nächste Fundstelle; im unteren Feld: ersetzen</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Vorherige Fundstelle</translation>
    </message>
    <message>
        <source>In the player</source>
        <translation>In der Wiedergabe</translation>
    </message>
    <message>
        <source>Play and pause</source>
        <translation>Abspielen und anhalten</translation>
    </message>
    <message>
        <source>In the waveform: a second back or on; in the takes, too</source>
        <translation>In der Wellenform: eine Sekunde zurück oder vor; auch bei den Fassungen</translation>
    </message>
    <message>
        <source>A tenth of a second</source>
        <translation>Eine Zehntelsekunde</translation>
    </message>
    <message>
        <source>Five seconds back or on</source>
        <translation>Fünf Sekunden zurück oder vor</translation>
    </message>
    <message>
        <source>To the beginning or the end</source>
        <translation>An den Anfang oder das Ende</translation>
    </message>
    <message>
        <source>Trimming a voice</source>
        <translation>Eine Stimme zuschneiden</translation>
    </message>
    <message>
        <source>From the playing place to one handle and the other</source>
        <translation>Von der Abspielstelle zum einen Griff und zum anderen</translation>
    </message>
    <message>
        <source>Moves the handle by a tenth of a second</source>
        <translation>Verschiebt den Griff um eine Zehntelsekunde</translation>
    </message>
    <message>
        <source>By a hundredth</source>
        <translation>Um eine Hundertstelsekunde</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>To the next or the previous part of the window</source>
        <translation>Zum nächsten oder vorigen Teil des Fensters</translation>
    </message>
    <message>
        <source>Closes the message, list, field, page or bar where the cursor is</source>
        <translation>Schließt Meldung, Liste, Feld, Seite oder Leiste an der Schreibmarke</translation>
    </message>
</context>
<context>
    <name>ManagedModels</name>
    <message numerus="yes">
        <source>%n of its weights are missing or don&apos;t fit; get the model again.</source>
        <translation>
            <numerusform>%n seiner Gewichte fehlt oder passt nicht; laden Sie das Modell noch einmal.</numerusform>
            <numerusform>%n seiner Gewichte fehlen oder passen nicht; laden Sie das Modell noch einmal.</numerusform>
        </translation>
    </message>
    <message>
        <source>Its config.json is missing; put it into the same folder.</source>
        <translation>Seine config.json fehlt; legen Sie sie in denselben Ordner.</translation>
    </message>
</context>
<context>
    <name>MemoryWays</name>
    <message numerus="yes">
        <source>Make at most %n take(s) at a time</source>
        <translation>
            <numerusform>Höchstens %n Fassung auf einmal erzeugen</numerusform>
            <numerusform>Höchstens %n Fassungen auf einmal erzeugen</numerusform>
        </translation>
    </message>
    <message>
        <source>Make at most %1 s</source>
        <translation>Höchstens %1 s erzeugen</translation>
    </message>
    <message>
        <source>Use the CPU, in %1 (%2)</source>
        <translation>Die CPU verwenden, mit %1 (%2)</translation>
    </message>
    <message>
        <source>Use %1 (%2 in place of %3)</source>
        <translation>%1 verwenden (%2 statt %3)</translation>
    </message>
</context>
<context>
    <name>ModelCopy</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird angehalten …</translation>
    </message>
    <message>
        <source>Comparing it with its original…</source>
        <translation>Wird mit dem Original verglichen …</translation>
    </message>
    <message>
        <source>Copying: %1 of %2</source>
        <translation>Wird kopiert: %1 von %2</translation>
    </message>
    <message>
        <source>Reading the model…</source>
        <translation>Das Modell wird gelesen …</translation>
    </message>
    <message>
        <source>Measured against %1 in %2 over %3 steps: %4 of the likeliest tokens are others, and scores are off by %5 of their range.</source>
        <translation>Gemessen an %1 mit %2 über %3 Schritte: %4 der wahrscheinlichsten Tokens sind andere, und die Bewertungen weichen um %5 ihres Bereichs ab.</translation>
    </message>
</context>
<context>
    <name>ModelDownload</name>
    <message>
        <source>%1 s left</source>
        <translation>noch %1 s</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>noch %1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min left</source>
        <translation>noch %1 h %2 min</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Der Server wird gefragt …</translation>
    </message>
    <message>
        <source>Reading what is here already…</source>
        <translation>Was schon hier ist, wird gelesen …</translation>
    </message>
    <message>
        <source>Trying again in %1 s</source>
        <translation>Nächster Versuch in %1 s</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>Paused; %1 are here</source>
        <translation>Angehalten; %1 sind hier</translation>
    </message>
    <message>
        <source>File %1 of %2: %3</source>
        <translation>Datei %1 von %2: %3</translation>
    </message>
    <message>
        <source>Unpacking…</source>
        <translation>Wird entpackt …</translation>
    </message>
</context>
<context>
    <name>Phrase</name>
    <message>
        <source>there is not enough memory for this sound</source>
        <translation>der Arbeitsspeicher reicht für diesen Ton nicht aus</translation>
    </message>
    <message>
        <source>close other programs or use a shorter sound</source>
        <translation>schließen Sie andere Programme, oder verwenden Sie einen kürzeren Ton</translation>
    </message>
    <message>
        <source>holds no sound</source>
        <translation>enthält keinen Ton</translation>
    </message>
    <message>
        <source>can&apos;t be read: %1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>is not a sound file that can be read</source>
        <translation>ist keine lesbare Tondatei</translation>
    </message>
    <message>
        <source>convert it to WAV or FLAC</source>
        <translation>wandeln Sie die Datei in WAV oder FLAC um</translation>
    </message>
    <message>
        <source>took too long to be read by ffmpeg</source>
        <translation>ffmpeg hat zum Lesen zu lange gebraucht</translation>
    </message>
    <message>
        <source>is not of a sound format that can be read</source>
        <translation>hat ein Tonformat, das nicht gelesen werden kann</translation>
    </message>
    <message>
        <source>install ffmpeg to read more formats, or convert the file to WAV or FLAC</source>
        <translation>installieren Sie ffmpeg, um mehr Formate zu lesen, oder wandeln Sie die Datei in WAV oder FLAC um</translation>
    </message>
    <message>
        <source>has a sample rate of %1 Hz</source>
        <translation>hat eine Abtastrate von %1 Hz</translation>
    </message>
    <message>
        <source>rates from %1 to %2 Hz can be read</source>
        <translation>lesbar sind Abtastraten von %1 bis %2 Hz</translation>
    </message>
    <message>
        <source>is longer than %1 seconds</source>
        <translation>ist länger als %1 Sekunden</translation>
    </message>
    <message>
        <source>cut it to the part that is needed</source>
        <translation>schneiden Sie den Teil heraus, den Sie brauchen</translation>
    </message>
    <message>
        <source>holds samples that are not numbers or are far too loud</source>
        <translation>enthält Werte, die keine Zahlen oder viel zu laut sind</translation>
    </message>
    <message>
        <source>export the sound again</source>
        <translation>exportieren Sie den Ton noch einmal</translation>
    </message>
    <message>
        <source>sample rate</source>
        <translation>Abtastrate</translation>
    </message>
    <message>
        <source>is not above zero</source>
        <translation>ist nicht größer als null</translation>
    </message>
    <message>
        <source>this build of libsndfile can&apos;t encode %1 at %2 Hz</source>
        <translation>die vorhandene libsndfile kann %1 mit %2 Hz nicht schreiben</translation>
    </message>
    <message>
        <source>choose WAV or FLAC</source>
        <translation>wählen Sie WAV oder FLAC</translation>
    </message>
    <message>
        <source>the sound holds samples that are not numbers</source>
        <translation>der Ton enthält Werte, die keine Zahlen sind</translation>
    </message>
    <message>
        <source>can&apos;t be encoded as %1</source>
        <translation>kann nicht als %1 geschrieben werden</translation>
    </message>
    <message>
        <source>a file name can&apos;t hold a zero byte</source>
        <translation>ein Dateiname darf kein Nullbyte enthalten</translation>
    </message>
    <message>
        <source>is a folder, not a sound file</source>
        <translation>ist ein Ordner, keine Tondatei</translation>
    </message>
    <message>
        <source>choose a file in it</source>
        <translation>wählen Sie eine Datei darin</translation>
    </message>
    <message>
        <source>is a device or a pipe, not a sound file</source>
        <translation>ist ein Gerät oder eine Pipe, keine Tondatei</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>ist leer</translation>
    </message>
    <message>
        <source>has %1 channels</source>
        <translation>hat %1 Kanäle</translation>
    </message>
    <message>
        <source>is damaged</source>
        <translation>ist beschädigt</translation>
    </message>
    <message>
        <source>has no extension that tells the sound format</source>
        <translation>hat keine Endung, die das Tonformat angibt</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a sound format that can be written</source>
        <translation>das Tonformat „%1“ kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>use .wav, .flac, .ogg, .opus or .mp3</source>
        <translation>verwenden Sie .wav, .flac, .ogg, .opus oder .mp3</translation>
    </message>
    <message>
        <source>there is no sound to write</source>
        <translation>es gibt keinen Ton zum Schreiben</translation>
    </message>
    <message>
        <source>can&apos;t have a sample rate of %1 Hz</source>
        <translation>kann keine Abtastrate von %1 Hz haben</translation>
    </message>
    <message>
        <source>speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>is %1</source>
        <translation>ist %1</translation>
    </message>
    <message>
        <source>choose a value from 0.5 to 2.0</source>
        <translation>wählen Sie einen Wert von 0,5 bis 2,0</translation>
    </message>
    <message>
        <source>is %1 Hz</source>
        <translation>ist %1 Hz</translation>
    </message>
    <message>
        <source>this build computes on the CPU alone</source>
        <translation>diese Version rechnet nur auf der CPU</translation>
    </message>
    <message>
        <source>is not a device</source>
        <translation>ist kein Gerät</translation>
    </message>
    <message>
        <source>use auto, cpu, cuda, cuda:N or mps</source>
        <translation>verwenden Sie auto, cpu, cuda, cuda:N oder mps</translation>
    </message>
    <message>
        <source>use float32 or bfloat16</source>
        <translation>verwenden Sie float32 oder bfloat16</translation>
    </message>
    <message>
        <source>is not a number format</source>
        <translation>ist kein Zahlenformat</translation>
    </message>
    <message>
        <source>%1, %2 threads</source>
        <translation>%1, %2 Threads</translation>
    </message>
    <message>
        <source>NVIDIA GPU</source>
        <translation>NVIDIA-GPU</translation>
    </message>
    <message>
        <source>Apple GPU</source>
        <translation>Apple-GPU</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>download it again</source>
        <translation>laden Sie die Datei noch einmal herunter</translation>
    </message>
    <message>
        <source>is not a DAC codec</source>
        <translation>ist kein DAC-Codec</translation>
    </message>
    <message>
        <source>give descript&apos;s weights.pth or the transformers version of the 44 kHz codec</source>
        <translation>wählen Sie die weights.pth von descript oder die Transformers-Version des 44-kHz-Codecs</translation>
    </message>
    <message>
        <source>is a codec of sizes that Parley does not know</source>
        <translation>ist ein Codec mit Größen, die Parley nicht kennt</translation>
    </message>
    <message>
        <source>use the 44 kHz codec that Dia was made for</source>
        <translation>verwenden Sie den 44-kHz-Codec, für den Dia gemacht ist</translation>
    </message>
    <message>
        <source>use the config.json that was published with this checkpoint</source>
        <translation>verwenden Sie die config.json, die mit diesem Checkpoint veröffentlicht wurde</translation>
    </message>
    <message>
        <source>has no config.json beside it</source>
        <translation>hat keine config.json neben sich</translation>
    </message>
    <message>
        <source>put the config.json of this checkpoint into its folder</source>
        <translation>legen Sie die config.json dieses Checkpoints in seinen Ordner</translation>
    </message>
    <message>
        <source>holds %1 tensors, but not those of a Dia network</source>
        <translation>enthält %1 Tensoren, aber nicht die eines Dia-Netzes</translation>
    </message>
    <message>
        <source>give a Dia checkpoint as the model</source>
        <translation>wählen Sie einen Dia-Checkpoint als Modell</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>diese Datei gibt es nicht</translation>
    </message>
    <message>
        <source>check the path, or download the model</source>
        <translation>prüfen Sie den Pfad, oder laden Sie das Modell herunter</translation>
    </message>
    <message>
        <source>the file can&apos;t be opened: %1</source>
        <translation>die Datei kann nicht geöffnet werden: %1</translation>
    </message>
    <message>
        <source>this is a folder, not a file</source>
        <translation>dies ist ein Ordner, keine Datei</translation>
    </message>
    <message>
        <source>name the checkpoint file inside it</source>
        <translation>wählen Sie die Checkpoint-Datei darin</translation>
    </message>
    <message>
        <source>this is a pipe or a device, not a file</source>
        <translation>dies ist eine Pipe oder ein Gerät, keine Datei</translation>
    </message>
    <message>
        <source>the file can&apos;t be read: %1</source>
        <translation>die Datei kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>check the drive that it is on</source>
        <translation>prüfen Sie das Laufwerk, auf dem sie liegt</translation>
    </message>
    <message>
        <source>is too large to be a configuration</source>
        <translation>ist zu groß für eine Konfiguration</translation>
    </message>
    <message>
        <source>holds several checkpoints (%1, %2)</source>
        <translation>enthält mehrere Checkpoints (%1, %2)</translation>
    </message>
    <message>
        <source>give the path of the one you mean</source>
        <translation>geben Sie den Pfad dessen an, den Sie meinen</translation>
    </message>
    <message>
        <source>can&apos;t be listed: %1</source>
        <translation>der Inhalt kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>holds no checkpoint</source>
        <translation>enthält keinen Checkpoint</translation>
    </message>
    <message>
        <source>a folder should hold a .safetensors file, its index, or a .pth file</source>
        <translation>ein Ordner sollte eine .safetensors-Datei, deren Index oder eine .pth-Datei enthalten</translation>
    </message>
    <message>
        <source>does not exist</source>
        <translation>ist nicht vorhanden</translation>
    </message>
    <message>
        <source>check the path</source>
        <translation>prüfen Sie den Pfad</translation>
    </message>
    <message>
        <source>has no config.json beside it, and its weights don&apos;t tell which generation of Dia they are</source>
        <translation>hat keine config.json neben sich, und die Gewichte verraten nicht, zu welcher Generation von Dia sie gehören</translation>
    </message>
    <message>
        <source>add %1 0626 for nari-labs/Dia-1.6B-0626 and what was tuned from it, %1 0.1 for nari-labs/Dia-1.6B</source>
        <translation>ergänzen Sie %1 0626 für nari-labs/Dia-1.6B-0626 und was daraus trainiert wurde, %1 0.1 für nari-labs/Dia-1.6B</translation>
    </message>
    <message>
        <source>the file wants to run %1; nothing was run</source>
        <translation>die Datei will %1 ausführen; nichts wurde ausgeführt</translation>
    </message>
    <message>
        <source>take the safetensors version of this model, and only use files from people you trust</source>
        <translation>verwenden Sie die safetensors-Version dieses Modells, und nur Dateien von Menschen, denen Sie vertrauen</translation>
    </message>
    <message>
        <source>take the safetensors version of this model</source>
        <translation>verwenden Sie die safetensors-Version dieses Modells</translation>
    </message>
    <message>
        <source>take a float32, float16 or bfloat16 version of this model</source>
        <translation>verwenden Sie eine Version dieses Modells in float32, float16 oder bfloat16</translation>
    </message>
    <message>
        <source>this part of the model is not there; the folder has %1 of %2 parts</source>
        <translation>dieser Teil des Modells fehlt; der Ordner enthält %1 von %2 Teilen</translation>
    </message>
    <message>
        <source>download the missing parts</source>
        <translation>laden Sie die fehlenden Teile herunter</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>die Datei ist leer</translation>
    </message>
    <message>
        <source>this is only a pointer to the file, as git keeps it, not the file itself</source>
        <translation>dies ist nur ein Verweis auf die Datei, wie git ihn aufbewahrt, nicht die Datei selbst</translation>
    </message>
    <message>
        <source>run &apos;git lfs pull&apos; in its folder, or download the file from the model&apos;s page</source>
        <translation>führen Sie „git lfs pull“ im Ordner aus, oder laden Sie die Datei von der Seite des Modells herunter</translation>
    </message>
    <message>
        <source>this is a web page, not a checkpoint: the server answered the download with a message</source>
        <translation>dies ist eine Webseite, kein Checkpoint: Der Server hat statt der Datei eine Nachricht geschickt</translation>
    </message>
    <message>
        <source>open the file in a browser to read it, then download the model again</source>
        <translation>öffnen Sie die Datei in einem Browser, um sie zu lesen, und laden Sie das Modell dann noch einmal herunter</translation>
    </message>
    <message>
        <source>this is a Python pickle in torch&apos;s format from before version 1.6</source>
        <translation>dies ist ein Python-Pickle in torchs Format aus der Zeit vor Version 1.6</translation>
    </message>
    <message>
        <source>take the safetensors version of this model, or convert the file to safetensors</source>
        <translation>verwenden Sie die safetensors-Version dieses Modells, oder wandeln Sie die Datei in safetensors um</translation>
    </message>
    <message>
        <source>this is neither a safetensors file nor a torch checkpoint</source>
        <translation>dies ist weder eine safetensors-Datei noch ein torch-Checkpoint</translation>
    </message>
    <message>
        <source>this zip file holds more than one checkpoint</source>
        <translation>diese Zip-Datei enthält mehr als einen Checkpoint</translation>
    </message>
    <message>
        <source>this is a zip file, but not a torch checkpoint: it has no data.pkl</source>
        <translation>dies ist eine Zip-Datei, aber kein torch-Checkpoint: Die data.pkl fehlt</translation>
    </message>
    <message>
        <source>lacks %1 of the network&apos;s tensors (%2)</source>
        <translation>%1 Tensoren des Netzes fehlen (%2)</translation>
    </message>
    <message>
        <source>check that config.json belongs to it, or download it again</source>
        <translation>prüfen Sie, ob die config.json dazugehört, oder laden Sie die Datei noch einmal herunter</translation>
    </message>
    <message>
        <source>has %1 tensors that don&apos;t fit its configuration (%2)</source>
        <translation>hat %1 Tensoren, die nicht zur Konfiguration passen (%2)</translation>
    </message>
    <message>
        <source>check that config.json belongs to it</source>
        <translation>prüfen Sie, ob die config.json dazugehört</translation>
    </message>
    <message>
        <source>can&apos;t be written: %1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>free some space or choose another disk</source>
        <translation>schaffen Sie Platz, oder wählen Sie einen anderen Datenträger</translation>
    </message>
    <message>
        <source>choose another file name or folder</source>
        <translation>wählen Sie einen anderen Dateinamen oder Ordner</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>keine Berechtigung</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>nicht erlaubt</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>Datei oder Ordner nicht gefunden</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>kein Ordner</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>ist ein Ordner</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>der Dateiname ist zu lang</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>der Datenträger ist schreibgeschützt</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>kein Platz mehr auf dem Datenträger</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>das Speicherkontingent ist ausgeschöpft</translation>
    </message>
    <message>
        <source>File too large</source>
        <translation>die Datei ist zu groß</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>Lese- oder Schreibfehler</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>zu viele geöffnete Dateien</translation>
    </message>
    <message>
        <source>the link can&apos;t be followed: %1</source>
        <translation>der Verknüpfung kann nicht gefolgt werden: %1</translation>
    </message>
    <message>
        <source>is a symbolic link that leads round in a circle</source>
        <translation>ist eine Verknüpfung, die im Kreis führt</translation>
    </message>
    <message>
        <source>can&apos;t be written: there is no folder %1</source>
        <translation>den Ordner %1 gibt es nicht</translation>
    </message>
    <message>
        <source>create the folder or choose another one</source>
        <translation>legen Sie den Ordner an, oder wählen Sie einen anderen</translation>
    </message>
    <message>
        <source>can&apos;t be written: folder %1: %2</source>
        <translation>Ordner %1: %2</translation>
    </message>
    <message>
        <source>choose another folder</source>
        <translation>wählen Sie einen anderen Ordner</translation>
    </message>
    <message>
        <source>can&apos;t be written: %1 is not a folder</source>
        <translation>%1 ist kein Ordner</translation>
    </message>
    <message>
        <source>is a folder, not a file</source>
        <translation>ist ein Ordner, keine Datei</translation>
    </message>
    <message>
        <source>add a file name</source>
        <translation>fügen Sie einen Dateinamen an</translation>
    </message>
    <message>
        <source>names no file</source>
        <translation>nennt keine Datei</translation>
    </message>
    <message>
        <source>choose another file name</source>
        <translation>wählen Sie einen anderen Dateinamen</translation>
    </message>
    <message>
        <source>the numbers ran over (NaN or infinity)</source>
        <translation>die Zahlen sind übergelaufen (NaN oder unendlich)</translation>
    </message>
    <message>
        <source>there is not enough memory for this</source>
        <translation>der Arbeitsspeicher reicht dafür nicht aus</translation>
    </message>
    <message>
        <source>close other programs, lower %1, or use %2 bfloat16</source>
        <translation>schließen Sie andere Programme, verringern Sie %1, oder stellen Sie %2 auf bfloat16</translation>
    </message>
    <message>
        <source>please report this</source>
        <translation>bitte melden Sie das</translation>
    </message>
    <message>
        <source>the computation failed</source>
        <translation>die Berechnung ist gescheitert</translation>
    </message>
    <message>
        <source>the decoder&apos;s output layer</source>
        <translation>Ausgabeschicht des Decoders</translation>
    </message>
    <message>
        <source>the checkpoint is damaged: download it again</source>
        <translation>der Checkpoint ist beschädigt: Laden Sie ihn noch einmal herunter</translation>
    </message>
    <message>
        <source>the codec</source>
        <translation>Codec</translation>
    </message>
    <message>
        <source>its sound ran over (NaN or infinity)</source>
        <translation>der Ton ist übergelaufen (NaN oder unendlich)</translation>
    </message>
    <message>
        <source>the codec&apos;s file is damaged: download it again</source>
        <translation>die Datei des Codecs ist beschädigt: Laden Sie sie noch einmal herunter</translation>
    </message>
    <message>
        <source>is not a generation of Dia</source>
        <translation>ist keine Generation von Dia</translation>
    </message>
    <message>
        <source>use 0.1 or 0626</source>
        <translation>verwenden Sie 0.1 oder 0626</translation>
    </message>
    <message>
        <source>has %1 codebooks of %2 entries, the model speaks %3 channels of %4</source>
        <translation>hat %1 Codebücher mit %2 Einträgen, das Modell spricht auf %3 Kanälen mit %4</translation>
    </message>
    <message>
        <source>is out of range</source>
        <translation>liegt außerhalb des Bereichs</translation>
    </message>
    <message>
        <source>use %1 to %2</source>
        <translation>verwenden Sie %1 bis %2</translation>
    </message>
    <message>
        <source>use a recording of 5 to 10 seconds</source>
        <translation>verwenden Sie eine Aufnahme von 5 bis 10 Sekunden</translation>
    </message>
    <message>
        <source>is silent</source>
        <translation>ist still</translation>
    </message>
    <message>
        <source>is %1 s long (%2 rows), which leaves no room to speak within %3 tokens</source>
        <translation>ist %1 s lang (%2 Schritte) und lässt bei einer Länge von %3 keinen Platz zum Sprechen</translation>
    </message>
    <message>
        <source>cut it below %1 s, or raise %2</source>
        <translation>kürzen Sie die Stimme auf unter %1 s, oder erhöhen Sie %2</translation>
    </message>
    <message>
        <source>use 0 or more, or -1 to draw one</source>
        <translation>verwenden Sie 0 oder mehr, oder -1, um einen auszulosen</translation>
    </message>
    <message>
        <source>use more than 0, up to 1</source>
        <translation>verwenden Sie mehr als 0, bis 1</translation>
    </message>
    <message>
        <source>use %1 to %2: fewer can leave nothing but special ids to choose from</source>
        <translation>verwenden Sie %1 bis %2: Bei weniger bleiben womöglich nur Sonderzeichen zur Auswahl</translation>
    </message>
    <message>
        <source>the script</source>
        <translation>das Skript</translation>
    </message>
    <message>
        <source>write what is to be said</source>
        <translation>schreiben Sie, was gesagt werden soll</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>er ist leer</translation>
    </message>
    <message>
        <source>the byte at offset %1 is not valid UTF-8</source>
        <translation>das Byte an Stelle %1 ist kein gültiges UTF-8</translation>
    </message>
    <message>
        <source>save the text as UTF-8</source>
        <translation>speichern Sie den Text in UTF-8</translation>
    </message>
    <message>
        <source>padding</source>
        <translation>Füllzeichen</translation>
    </message>
    <message>
        <source>a speaker&apos;s tag</source>
        <translation>Sprechermarke</translation>
    </message>
    <message>
        <source>the control character at offset %1 would be read as %2</source>
        <translation>das Steuerzeichen an Stelle %1 würde als %2 gelesen</translation>
    </message>
    <message>
        <source>remove it</source>
        <translation>entfernen Sie es</translation>
    </message>
    <message>
        <source>too long: %1 bytes of %2 (a tag counts as one; the transcript of a voice counts too)</source>
        <translation>zu lang: %1 Bytes von %2 (eine Sprechermarke zählt als eines; der Text der Stimme zählt mit)</translation>
    </message>
    <message>
        <source>shorten it by %1 bytes, or speak it in parts</source>
        <translation>kürzen Sie ihn um %1 Bytes, oder lassen Sie ihn in Teilen sprechen</translation>
    </message>
    <message>
        <source>this take has no sound</source>
        <translation>diese Fassung hat keinen Ton</translation>
    </message>
    <message>
        <source>close other programs</source>
        <translation>schließen Sie andere Programme</translation>
    </message>
    <message>
        <source>%1 of its weights are missing or don&apos;t fit</source>
        <translation>%1 der Gewichte fehlen oder passen nicht</translation>
    </message>
    <message>
        <source>get the model again</source>
        <translation>laden Sie das Modell noch einmal herunter</translation>
    </message>
    <message>
        <source>has no config.json beside it, which tells its generation</source>
        <translation>hat keine config.json neben sich, die die Generation angibt</translation>
    </message>
    <message>
        <source>put the config.json that was published with it in the same folder</source>
        <translation>legen Sie die config.json, die damit veröffentlicht wurde, in denselben Ordner</translation>
    </message>
    <message>
        <source>is the codec, not the model</source>
        <translation>ist der Codec, nicht das Modell</translation>
    </message>
    <message>
        <source>choose the model here, and this as its codec</source>
        <translation>wählen Sie hier das Modell, und diese Datei als Codec</translation>
    </message>
    <message>
        <source>is a model, not the codec</source>
        <translation>ist ein Modell, nicht der Codec</translation>
    </message>
    <message>
        <source>choose the codec, descript/dac_44khz</source>
        <translation>wählen Sie den Codec, descript/dac_44khz</translation>
    </message>
    <message>
        <source>can&apos;t be read to its end</source>
        <translation>kann nicht bis zum Ende gelesen werden</translation>
    </message>
    <message>
        <source>there is no sound with a text of the same name in this folder</source>
        <translation>in diesem Ordner ist keine Tondatei mit einem gleichnamigen Text</translation>
    </message>
    <message>
        <source>put NAME.wav and NAME.txt side by side, or add a sound by itself</source>
        <translation>legen Sie NAME.wav und NAME.txt nebeneinander, oder fügen Sie eine einzelne Tondatei hinzu</translation>
    </message>
    <message>
        <source>a voice is a sound and a text of the same name</source>
        <translation>eine Stimme besteht aus einer Tondatei und einem gleichnamigen Text</translation>
    </message>
    <message>
        <source>this is neither a sound nor the text of one</source>
        <translation>dies ist weder eine Tondatei noch der Text zu einer</translation>
    </message>
    <message>
        <source>it is not there</source>
        <translation>nicht vorhanden</translation>
    </message>
    <message>
        <source>it is in the library already</source>
        <translation>ist schon in der Sammlung</translation>
    </message>
    <message>
        <source>it can&apos;t be moved</source>
        <translation>kann nicht verschoben werden</translation>
    </message>
    <message>
        <source>see whether you may write to its folder</source>
        <translation>prüfen Sie, ob Sie in den Ordner schreiben dürfen</translation>
    </message>
    <message>
        <source>a feed-forward width of %1</source>
        <translation>eine Feed-forward-Breite von %1</translation>
    </message>
    <message>
        <source>does not fit int8 and int4, which pack %1 rows together</source>
        <translation>passt nicht zu int8 und int4, die %1 Zeilen zusammen packen</translation>
    </message>
    <message>
        <source>is longer than three hours</source>
        <translation>ist länger als drei Stunden</translation>
    </message>
    <message>
        <source>has %1 MB free; keeping packed weights there takes %2 MB, with what is left for others</source>
        <translation>hat %1 MB frei; dort gepackte Gewichte aufzuheben braucht %2 MB, mit dem, was für anderes frei bleibt</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <translation>%1 oder %2</translation>
    </message>
    <message>
        <source>use %1 %2</source>
        <translation>verwenden Sie %1 %2</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>the first NVIDIA GPU that can be used</source>
        <translation>die erste NVIDIA-GPU, die benutzt werden kann</translation>
    </message>
    <message>
        <source>this Mac&apos;s GPU</source>
        <translation>die GPU dieses Macs</translation>
    </message>
    <message>
        <source>no device can be used</source>
        <translation>kein Gerät kann benutzt werden</translation>
    </message>
    <message>
        <source>there is no such GPU</source>
        <translation>diese GPU gibt es nicht</translation>
    </message>
    <message>
        <source>it was asked for</source>
        <translation>so wurde es verlangt</translation>
    </message>
    <message>
        <source>%1 doesn&apos;t compute in it</source>
        <translation>%1 rechnet nicht damit</translation>
    </message>
    <message>
        <source>M1 and M2 emulate bfloat16, so it is no faster there</source>
        <translation>M1 und M2 bilden bfloat16 nach, dort ist es also nicht schneller</translation>
    </message>
    <message>
        <source>this processor computes in it</source>
        <translation>dieser Prozessor rechnet damit</translation>
    </message>
    <message>
        <source>this processor doesn&apos;t compute in bfloat16</source>
        <translation>dieser Prozessor rechnet nicht mit bfloat16</translation>
    </message>
    <message>
        <source>there is no NVIDIA driver</source>
        <translation>es gibt keinen NVIDIA-Treiber</translation>
    </message>
    <message>
        <source>the NVIDIA driver can&apos;t be used: %1</source>
        <translation>der NVIDIA-Treiber kann nicht benutzt werden: %1</translation>
    </message>
    <message>
        <source>%1 hides every GPU</source>
        <translation>%1 verbirgt alle GPUs</translation>
    </message>
    <message>
        <source>the NVIDIA driver shows no GPU</source>
        <translation>der NVIDIA-Treiber zeigt keine GPU</translation>
    </message>
    <message>
        <source>the driver knows CUDA %1, CUDA %2 needs driver %3</source>
        <translation>der Treiber kennt CUDA %1, CUDA %2 braucht Treiber %3</translation>
    </message>
    <message>
        <source>the driver is %1, CUDA %2 needs %3</source>
        <translation>der Treiber ist %1, CUDA %2 braucht %3</translation>
    </message>
    <message>
        <source>its compute capability is %1, CUDA %2 needs %3</source>
        <translation>ihre Compute Capability ist %1, CUDA %2 braucht %3</translation>
    </message>
    <message>
        <source>half the bytes of float32 to read for each step</source>
        <translation>für jeden Schritt halb so viele Bytes zu lesen wie mit float32</translation>
    </message>
    <message>
        <source>there is no Apple GPU</source>
        <translation>es gibt keine Apple-GPU</translation>
    </message>
    <message>
        <source>float32 fits in three fifths of the GPU&apos;s memory</source>
        <translation>float32 passt in drei Fünftel des Speichers der GPU</translation>
    </message>
    <message>
        <source>float32 needs more than three fifths of the GPU&apos;s memory</source>
        <translation>float32 braucht mehr als drei Fünftel des Speichers der GPU</translation>
    </message>
    <message>
        <source>needs %1 MB of memory, %2 MB are free</source>
        <translation>braucht %1 MB Speicher, %2 MB sind frei</translation>
    </message>
    <message>
        <source>lower %1</source>
        <translation>verringern Sie %1</translation>
    </message>
    <message>
        <source>the model in %1</source>
        <translation>das Modell mit %1</translation>
    </message>
    <message>
        <source>use %1 %2, which needs %3 MB</source>
        <translation>verwenden Sie %1 %2, das braucht %3 MB</translation>
    </message>
    <message>
        <source>close other programs; %1 %2 needs the least, %3 MB</source>
        <translation>schließen Sie andere Programme; am wenigsten braucht %1 %2, %3 MB</translation>
    </message>
    <message>
        <source>the speech</source>
        <translation>die Sprachausgabe</translation>
    </message>
    <message>
        <source>the self-test found %1 wrong by %2, where %3 is allowed</source>
        <translation>der Selbsttest fand %1 um %2 falsch, erlaubt sind %3</translation>
    </message>
    <message>
        <source>decoder layer %1</source>
        <translation>Schicht %1 des Decoders</translation>
    </message>
    <message>
        <source>the decoder&apos;s last norm</source>
        <translation>die letzte Norm des Decoders</translation>
    </message>
    <message>
        <source>encoder layer %1</source>
        <translation>Schicht %1 des Encoders</translation>
    </message>
    <message>
        <source>the encoder&apos;s last norm</source>
        <translation>die letzte Norm des Encoders</translation>
    </message>
    <message>
        <source>use %1 float32; if they run over there, too, the checkpoint is damaged</source>
        <translation>stellen Sie %1 auf float32; laufen sie auch dort über, ist das Modell beschädigt</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>holds no codes of this speech</source>
        <translation>enthält keine Codes dieser Sprachausgabe</translation>
    </message>
    <message>
        <source>make it as %1 says</source>
        <translation>erzeugen Sie sie, wie %1 es sagt</translation>
    </message>
    <message>
        <source>this build reads .safetensors files alone</source>
        <translation>dieser Programmstand liest nur .safetensors-Dateien</translation>
    </message>
    <message>
        <source>use the .safetensors files of the same model</source>
        <translation>verwenden Sie die .safetensors-Dateien desselben Modells</translation>
    </message>
    <message>
        <source>the list of models</source>
        <translation>die Liste der Modelle</translation>
    </message>
    <message>
        <source>download again</source>
        <translation>laden Sie sie noch einmal herunter</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>can&apos;t be read</source>
        <translation>kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>has %1 bytes in place of %2</source>
        <translation>hat %1 Bytes statt %2</translation>
    </message>
    <message>
        <source>doesn&apos;t begin as such a file does</source>
        <translation>beginnt nicht wie eine solche Datei</translation>
    </message>
    <message>
        <source>is not what was published: its hash is another one</source>
        <translation>ist nicht das, was veröffentlicht wurde: ihre Prüfsumme ist eine andere</translation>
    </message>
    <message>
        <source>can&apos;t be written</source>
        <translation>kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>holds no model that Parley brought</source>
        <translation>enthält kein Modell, das Parley geholt hat</translation>
    </message>
    <message>
        <source>remove it with the program that put it there</source>
        <translation>entfernen Sie es mit dem Programm, das es dorthin gelegt hat</translation>
    </message>
    <message>
        <source>is being filled by another Parley</source>
        <translation>wird gerade von einem anderen Parley gefüllt</translation>
    </message>
    <message>
        <source>end that download first</source>
        <translation>beenden Sie zuerst diesen Download</translation>
    </message>
    <message>
        <source>can&apos;t be removed</source>
        <translation>kann nicht entfernt werden</translation>
    </message>
    <message>
        <source>is no model that can be downloaded</source>
        <translation>ist kein Modell, das heruntergeladen werden kann</translation>
    </message>
    <message>
        <source>give one of the list, a repository as owner/name, or the https address of a file</source>
        <translation>geben Sie eines der Liste an, ein Repository als Besitzer/Name oder die https-Adresse einer Datei</translation>
    </message>
    <message>
        <source>has a file named “%1”, which leads out of its folder</source>
        <translation>hat eine Datei namens „%1“, die aus ihrem Ordner hinausführt</translation>
    </message>
    <message>
        <source>holds no weights</source>
        <translation>enthält keine Gewichte</translation>
    </message>
    <message>
        <source>holds %1 files of weights to choose from</source>
        <translation>enthält %1 Dateien mit Gewichten zur Auswahl</translation>
    </message>
    <message>
        <source>give the address of one of its files</source>
        <translation>geben Sie die Adresse einer seiner Dateien an</translation>
    </message>
    <message>
        <source>%1 MB are still to come, and there is room for %2 MB</source>
        <translation>%1 MB fehlen noch, und es ist Platz für %2 MB</translation>
    </message>
    <message>
        <source>make room, then resume the download, or choose another folder</source>
        <translation>schaffen Sie Platz und setzen Sie den Download fort, oder wählen Sie einen anderen Ordner</translation>
    </message>
    <message>
        <source>what came is not what the server says it has</source>
        <translation>was ankam, ist nicht das, was der Server zu haben angibt</translation>
    </message>
    <message>
        <source>is no address that can be asked</source>
        <translation>ist keine Adresse, die gefragt werden kann</translation>
    </message>
    <message>
        <source>is not encrypted (https), so anybody could change the file</source>
        <translation>ist nicht verschlüsselt (https), also könnte jeder die Datei verändern</translation>
    </message>
    <message>
        <source>try another network, or look at HF_ENDPOINT</source>
        <translation>versuchen Sie ein anderes Netz, oder prüfen Sie HF_ENDPOINT</translation>
    </message>
    <message>
        <source>sends us on to nowhere</source>
        <translation>leitet ins Nichts weiter</translation>
    </message>
    <message>
        <source>try again later</source>
        <translation>versuchen Sie es später noch einmal</translation>
    </message>
    <message>
        <source>the hub&apos;s list of its files can&apos;t be understood</source>
        <translation>die Liste seiner Dateien vom Hub ist nicht zu verstehen</translation>
    </message>
    <message>
        <source>can&apos;t be written to</source>
        <translation>kann nicht beschrieben werden</translation>
    </message>
    <message>
        <source>wait for that download</source>
        <translation>warten Sie auf diesen Download</translation>
    </message>
    <message>
        <source>is set, so nothing is downloaded</source>
        <translation>ist gesetzt, also wird nichts heruntergeladen</translation>
    </message>
    <message>
        <source>unset it</source>
        <translation>entfernen Sie die Einstellung</translation>
    </message>
    <message>
        <source>there is no room left for the download</source>
        <translation>für den Download ist kein Platz mehr</translation>
    </message>
    <message>
        <source>make room, then resume the download</source>
        <translation>schaffen Sie Platz und setzen Sie den Download fort</translation>
    </message>
    <message>
        <source>sends us on in circles</source>
        <translation>leitet im Kreis weiter</translation>
    </message>
    <message>
        <source>answered with more than can be right</source>
        <translation>hat mit mehr geantwortet, als stimmen kann</translation>
    </message>
    <message>
        <source>look at the name</source>
        <translation>prüfen Sie den Namen</translation>
    </message>
    <message>
        <source>has another file now, so it is fetched from its beginning</source>
        <translation>hat jetzt eine andere Datei, also wird sie von Anfang an geholt</translation>
    </message>
    <message>
        <source>sends %1 bytes in place of %2</source>
        <translation>sendet %1 Bytes statt %2</translation>
    </message>
    <message>
        <source>the link to the file has expired (%1)</source>
        <translation>der Link zur Datei ist abgelaufen (%1)</translation>
    </message>
    <message>
        <source>resume the download</source>
        <translation>setzen Sie den Download fort</translation>
    </message>
    <message>
        <source>has had too many requests from here</source>
        <translation>hat zu viele Anfragen von hier bekommen</translation>
    </message>
    <message>
        <source>can&apos;t serve now (%1)</source>
        <translation>kann gerade nicht antworten (%1)</translation>
    </message>
    <message>
        <source>resume the download later</source>
        <translation>setzen Sie den Download später fort</translation>
    </message>
    <message>
        <source>wants to know who asks</source>
        <translation>will wissen, wer fragt</translation>
    </message>
    <message>
        <source>set HF_TOKEN to a token of yours</source>
        <translation>setzen Sie HF_TOKEN auf ein Token von Ihnen</translation>
    </message>
    <message>
        <source>doesn&apos;t give this model to everybody</source>
        <translation>gibt dieses Modell nicht jedem</translation>
    </message>
    <message>
        <source>accept its licence on its page there, and set HF_TOKEN to a token of yours</source>
        <translation>stimmen Sie der Lizenz auf seiner Seite dort zu, und setzen Sie HF_TOKEN auf ein Token von Ihnen</translation>
    </message>
    <message>
        <source>has no %1</source>
        <translation>hat kein %1</translation>
    </message>
    <message>
        <source>answered %1</source>
        <translation>hat mit %1 geantwortet</translation>
    </message>
    <message>
        <source>the connection can&apos;t be trusted</source>
        <translation>der Verbindung ist nicht zu trauen</translation>
    </message>
    <message>
        <source>look at this machine&apos;s date, and whether the network wants a login</source>
        <translation>prüfen Sie das Datum dieses Rechners und ob das Netz eine Anmeldung verlangt</translation>
    </message>
    <message>
        <source>look at the connection, then resume the download</source>
        <translation>prüfen Sie die Verbindung, und setzen Sie dann den Download fort</translation>
    </message>
    <message>
        <source>the server was not found</source>
        <translation>der Server wurde nicht gefunden</translation>
    </message>
    <message>
        <source>refuses the connection</source>
        <translation>lehnt die Verbindung ab</translation>
    </message>
    <message>
        <source>the connection stalled</source>
        <translation>die Verbindung ist stehen geblieben</translation>
    </message>
    <message>
        <source>the proxy doesn&apos;t lead there</source>
        <translation>der Proxy führt nicht dorthin</translation>
    </message>
    <message>
        <source>look at the system&apos;s proxy settings</source>
        <translation>prüfen Sie die Proxy-Einstellungen des Systems</translation>
    </message>
    <message>
        <source>the network failed</source>
        <translation>das Netz hat versagt</translation>
    </message>
    <message>
        <source>the connection broke</source>
        <translation>die Verbindung ist abgebrochen</translation>
    </message>
    <message>
        <source>a web page came in place of the file</source>
        <translation>statt der Datei kam eine Webseite</translation>
    </message>
    <message>
        <source>open a browser: the network may want a login first</source>
        <translation>öffnen Sie einen Browser: vielleicht verlangt das Netz zuerst eine Anmeldung</translation>
    </message>
    <message>
        <source>the download is paused</source>
        <translation>der Download ist angehalten</translation>
    </message>
    <message>
        <source>what it says about the newest version can&apos;t be understood</source>
        <translation>was dort über die neueste Version steht, ist nicht zu verstehen</translation>
    </message>
    <message>
        <source>CUDA&apos;s libraries can&apos;t be used: %1</source>
        <translation>Die Bibliotheken von CUDA lassen sich nicht verwenden: %1</translation>
    </message>
    <message>
        <source>its weights are held in a format that isn&apos;t known here</source>
        <translation>Die Gewichte sind in einem Format gespeichert, das hier nicht bekannt ist</translation>
    </message>
    <message>
        <source>a matrix of %1 columns</source>
        <translation>eine Matrix mit %1 Spalten</translation>
    </message>
    <message>
        <source>does not fit int8 and int4, which take %1 at a time</source>
        <translation>passt nicht zu int8 und int4, die je %1 nehmen</translation>
    </message>
    <message>
        <source>the GPU</source>
        <translation>die GPU</translation>
    </message>
    <message>
        <source>stopped working</source>
        <translation>arbeitet nicht mehr</translation>
    </message>
    <message>
        <source>start the program again; if it stays so, use %1 cpu</source>
        <translation>starten Sie das Programm neu; bleibt es dabei, verwenden Sie %1 cpu</translation>
    </message>
    <message>
        <source>is not a format of smaller copies</source>
        <translation>ist kein Format kleinerer Kopien</translation>
    </message>
    <message>
        <source>use int8 or int4</source>
        <translation>verwenden Sie int8 oder int4</translation>
    </message>
    <message>
        <source>is there already</source>
        <translation>ist schon da</translation>
    </message>
    <message>
        <source>give another folder</source>
        <translation>geben Sie einen anderen Ordner an</translation>
    </message>
    <message>
        <source>can&apos;t be made</source>
        <translation>lässt sich nicht anlegen</translation>
    </message>
    <message>
        <source>give it with %1</source>
        <translation>geben Sie sie mit %1 an</translation>
    </message>
    <message>
        <source>is a copy that was made on this machine</source>
        <translation>ist eine Kopie, die auf diesem Rechner gemacht wurde</translation>
    </message>
    <message>
        <source>make it again from its original</source>
        <translation>machen Sie sie neu aus dem Original</translation>
    </message>
    <message>
        <source>CUDA&apos;s libraries aren&apos;t there; get them in the model manager, or with: %1</source>
        <translation>Die Bibliotheken von CUDA fehlen; holen Sie sie unter „Modelle“ oder mit: %1</translation>
    </message>
    <message>
        <source>is of no use to this program, which was built for CPUs alone</source>
        <translation>nützt diesem Programm nichts, das nur für CPUs gebaut ist</translation>
    </message>
    <message>
        <source>get the one that is built for NVIDIA GPUs</source>
        <translation>nehmen Sie das für GPUs von NVIDIA</translation>
    </message>
    <message>
        <source>is for torch %1, and this program has %2</source>
        <translation>ist für torch %1, und dieses Programm hat %2</translation>
    </message>
    <message>
        <source>get the pack of a Parley of the same version</source>
        <translation>nehmen Sie das Paket zu diesem Parley</translation>
    </message>
    <message>
        <source>is for Linux on 64-bit PCs alone</source>
        <translation>ist nur für Linux auf 64-Bit-PCs</translation>
    </message>
    <message>
        <source>the list of the GPU pack</source>
        <translation>Die Liste des GPU-Pakets</translation>
    </message>
    <message>
        <source>holds no GPU pack that Parley brought</source>
        <translation>enthält kein GPU-Paket, das Parley geholt hat</translation>
    </message>
    <message>
        <source>remove it the way it came there</source>
        <translation>entfernen Sie es so, wie es dorthin kam</translation>
    </message>
    <message>
        <source>holds something that Parley did not bring</source>
        <translation>enthält etwas, das nicht von Parley ist</translation>
    </message>
    <message>
        <source>move it, or choose another folder</source>
        <translation>verschieben Sie es, oder wählen Sie einen anderen Ordner</translation>
    </message>
    <message>
        <source>is not the archive that it should be</source>
        <translation>ist nicht das Archiv, das es sein sollte</translation>
    </message>
    <message>
        <source>the program ended while it tried %1 on it; `parley-cli selftest --device %2` tries again</source>
        <translation>das Programm wurde beendet, während es %1 darauf ausprobierte; `parley-cli selftest --device %2` versucht es erneut</translation>
    </message>
    <message>
        <source>the copy takes %1 MB, and there is room for %2 MB</source>
        <translation>die Kopie braucht %1 MB, und Platz ist für %2 MB</translation>
    </message>
    <message>
        <source>make room, or choose another folder</source>
        <translation>schaffen Sie Platz, oder wählen Sie einen anderen Ordner</translation>
    </message>
    <message>
        <source>is being made by another Parley</source>
        <translation>wird von einem anderen Parley angelegt</translation>
    </message>
    <message>
        <source>wait for it to end</source>
        <translation>warten Sie, bis es fertig ist</translation>
    </message>
    <message>
        <source>the GPU&apos;s steps can&apos;t be recorded, which makes them slower: %1</source>
        <translation>die Schritte der GPU lassen sich nicht aufzeichnen, was sie langsamer macht: %1</translation>
    </message>
    <message>
        <source>is a smaller copy itself</source>
        <translation>ist selbst eine kleinere Kopie</translation>
    </message>
    <message>
        <source>make one of its original</source>
        <translation>legen Sie eine von ihrem Original an</translation>
    </message>
    <message>
        <source>look at PARLEY_GPU_PACK_LIST</source>
        <translation>prüfen Sie PARLEY_GPU_PACK_LIST</translation>
    </message>
    <message>
        <source>is no address of a server</source>
        <translation>ist keine Adresse eines Servers</translation>
    </message>
    <message>
        <source>set it to one such as https://huggingface.co, or unset it</source>
        <translation>setzen Sie es auf eine wie https://huggingface.co, oder lassen Sie es weg</translation>
    </message>
</context>
<context>
    <name>ProgressText</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>About to start</source>
        <translation>Beginnt gleich</translation>
    </message>
    <message>
        <source>Loading the model, %1 %</source>
        <translation>Modell wird geladen, %1 %</translation>
    </message>
    <message>
        <source>Reading voice and script, %1 %</source>
        <translation>Stimme und Skript werden gelesen, %1 %</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>%1 Token/s</translation>
    </message>
    <message>
        <source>%1 × real time</source>
        <translation>%1 × Echtzeit</translation>
    </message>
    <message>
        <source>at most %1 left</source>
        <translation>noch höchstens %1</translation>
    </message>
</context>
<context>
    <name>ScriptActions</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Find in the script</source>
        <translation>Im Skript &amp;suchen</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>&amp;Nächste Fundstelle</translation>
    </message>
    <message>
        <source>Find &amp;previous</source>
        <translation>&amp;Vorherige Fundstelle</translation>
    </message>
    <message>
        <source>Speaker &amp;1 speaks</source>
        <translation>Sprecher &amp;1 spricht</translation>
    </message>
    <message>
        <source>Speaker &amp;2 speaks</source>
        <translation>Sprecher &amp;2 spricht</translation>
    </message>
    <message>
        <source>&amp;Sounds</source>
        <translation>&amp;Geräusche</translation>
    </message>
    <message>
        <source>&amp;Examples</source>
        <translation>&amp;Beispiele</translation>
    </message>
    <message>
        <source>Find and rep&amp;lace</source>
        <translation>Suchen und &amp;ersetzen</translation>
    </message>
    <message>
        <source>&amp;Open a text file…</source>
        <translation>Textdatei ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>&amp;Save the script as a text file…</source>
        <translation>&amp;Skript als Textdatei speichern …</translation>
    </message>
</context>
<context>
    <name>ScriptChecks</name>
    <message>
        <source>A script begins with [S1].</source>
        <translation>Ein Skript beginnt mit [S1].</translation>
    </message>
    <message>
        <source>%1 would be read aloud: a tag has a capital S.</source>
        <translation>%1 würde vorgelesen: Eine Sprechermarke hat ein großes S.</translation>
    </message>
    <message>
        <source>%1 speaks twice in a row.</source>
        <translation>%1 spricht zweimal hintereinander.</translation>
    </message>
    <message>
        <source>%1 is no sound that the model knows; it may read it aloud.</source>
        <translation>%1 ist kein Geräusch, das das Modell kennt; vielleicht liest es das vor.</translation>
    </message>
    <message numerus="yes">
        <source>The model can&apos;t read the last %n byte(s).</source>
        <translation>
            <numerusform>Das letzte Byte kann das Modell nicht lesen.</numerusform>
            <numerusform>Die letzten %n Bytes kann das Modell nicht lesen.</numerusform>
        </translation>
    </message>
    <message>
        <source>About %1 seconds of speech in %2 possible ones: it would be hurried or cut.</source>
        <translation>Etwa %1 Sekunden Sprache in %2 möglichen: Das würde gehetzt oder abgeschnitten.</translation>
    </message>
    <message>
        <source>About %1 seconds: up to %2 come out best in one piece.</source>
        <translation>Etwa %1 Sekunden: Bis zu %2 gelingen in einem Stück am besten.</translation>
    </message>
    <message>
        <source>Under %1 seconds: so short a script often sounds odd. Write a little more.</source>
        <translation>Unter %1 Sekunden: Ein so kurzes Skript klingt oft seltsam. Schreiben Sie etwas mehr.</translation>
    </message>
</context>
<context>
    <name>ScriptFixes</name>
    <message>
        <source>Add [S1]</source>
        <translation>[S1] einfügen</translation>
    </message>
    <message>
        <source>Swap the speakers</source>
        <translation>Sprecher tauschen</translation>
    </message>
    <message>
        <source>Write %1</source>
        <translation>%1 schreiben</translation>
    </message>
    <message>
        <source>Join the turns</source>
        <translation>Beiträge verbinden</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Keep what fits</source>
        <translation>Behalten, was passt</translation>
    </message>
</context>
<context>
    <name>ScriptMenus</name>
    <message>
        <source>Sounds</source>
        <translation>Geräusche</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
</context>
<context>
    <name>SpeechBudget</name>
    <message>
        <source>Write what is to be said.</source>
        <translation>Schreiben Sie, was gesagt werden soll.</translation>
    </message>
    <message numerus="yes">
        <source>The script is too long by %n byte(s).</source>
        <translation>
            <numerusform>Das Skript ist um %n Byte zu lang.</numerusform>
            <numerusform>Das Skript ist um %n Bytes zu lang.</numerusform>
        </translation>
    </message>
    <message>
        <source>The voice takes up the whole length. Raise “Length”, or trim the voice.</source>
        <translation>Die Stimme füllt die ganze Länge aus. Erhöhen Sie „Länge“, oder kürzen Sie die Stimme.</translation>
    </message>
</context>
<context>
    <name>StudioWindow</name>
    <message>
        <source>Diagnostics are on the clipboard. They hold the log, but no script.</source>
        <translation>Die Diagnosedaten liegen in der Zwischenablage. Sie enthalten das Protokoll, aber kein Skript.</translation>
    </message>
</context>
<context>
    <name>TakeLibrary</name>
    <message>
        <source>The list of takes was written by a newer version of Parley and is left as it is. This version keeps a list of its own.</source>
        <translation>Die Liste der Fassungen wurde von einer neueren Version von Parley geschrieben und bleibt, wie sie ist. Diese Version führt eine eigene Liste.</translation>
    </message>
    <message>
        <source>The list of takes was damaged. It is kept as %1.</source>
        <translation>Die Liste der Fassungen war beschädigt. Sie ist als %1 aufbewahrt.</translation>
    </message>
    <message numerus="yes">
        <source>%n take(s) were found by their sound files.</source>
        <translation>
            <numerusform>%n Fassung wurde anhand ihrer Tondatei gefunden.</numerusform>
            <numerusform>%n Fassungen wurden anhand ihrer Tondateien gefunden.</numerusform>
        </translation>
    </message>
    <message>
        <source>The list of takes in %1 can&apos;t be written (%2). What you change and make now is kept in memory only; choose another folder for takes or export them.</source>
        <translation>Die Liste der Fassungen in %1 kann nicht geschrieben werden (%2). Was Sie jetzt ändern und erzeugen, bleibt nur im Arbeitsspeicher; wählen Sie einen anderen Ordner für Fassungen, oder exportieren Sie sie.</translation>
    </message>
    <message>
        <source>The list of takes can&apos;t be saved just now (%1). Changes are kept in memory and saved as soon as that is possible.</source>
        <translation>Die Liste der Fassungen kann gerade nicht gespeichert werden (%1). Änderungen bleiben im Arbeitsspeicher und werden gespeichert, sobald das möglich ist.</translation>
    </message>
    <message>
        <source>Its sound file is gone.</source>
        <translation>Die Tondatei fehlt.</translation>
    </message>
</context>
<context>
    <name>TakeText</name>
    <message>
        <source>Take %1</source>
        <translation>Fassung %1</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>Startwert %1</translation>
    </message>
    <message>
        <source>%1 ×</source>
        <translation>%1 ×</translation>
    </message>
    <message>
        <source>Being made…</source>
        <translation>Wird erzeugt …</translation>
    </message>
    <message>
        <source>Stopped early</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Unfinished</source>
        <translation>Unvollständig</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>starred</source>
        <translation>mit Stern</translation>
    </message>
    <message>
        <source>%1 seconds</source>
        <translation>%1 Sekunden</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Without words</source>
        <translation>Ohne Worte</translation>
    </message>
</context>
<context>
    <name>TextFile</name>
    <message>
        <source>It has more than %1 characters, which is too much for one script.</source>
        <translation>Die Datei hat mehr als %1 Zeichen; das ist zu viel für ein Skript.</translation>
    </message>
    <message>
        <source>Its text is damaged.</source>
        <translation>Der Text ist beschädigt.</translation>
    </message>
    <message>
        <source>It is not a text file.</source>
        <translation>Es ist keine Textdatei.</translation>
    </message>
    <message>
        <source>It is not there.</source>
        <translation>Die Datei ist nicht da.</translation>
    </message>
    <message>
        <source>It is not a file.</source>
        <translation>Es ist keine Datei.</translation>
    </message>
</context>
<context>
    <name>VoiceCheck</name>
    <message>
        <source>Write down, word for word, what is said.</source>
        <translation>Schreiben Sie Wort für Wort auf, was gesagt wird.</translation>
    </message>
    <message>
        <source>The model can&apos;t read this text: %1</source>
        <translation>Das Modell kann diesen Text nicht lesen: %1</translation>
    </message>
    <message>
        <source>Begin the text with the first speaker&apos;s tag, [S1].</source>
        <translation>Beginnen Sie den Text mit der Marke des ersten Sprechers, [S1].</translation>
    </message>
    <message>
        <source>Write the tags in capitals, or they are read aloud.</source>
        <translation>Schreiben Sie die Sprechermarken groß, sonst werden sie vorgelesen.</translation>
    </message>
    <message>
        <source>The tags don&apos;t take turns: use a tag only where the speaker changes.</source>
        <translation>Die Sprechermarken wechseln sich nicht ab: Setzen Sie eine nur dort, wo der Sprecher wechselt.</translation>
    </message>
    <message>
        <source>The model was not taught one of the sounds in parentheses.</source>
        <translation>Eines der Geräusche in Klammern hat das Modell nicht gelernt.</translation>
    </message>
    <message>
        <source>%1 s is too short to copy a voice from.</source>
        <translation>%1 s sind zu kurz, um eine Stimme nachzuahmen.</translation>
    </message>
    <message>
        <source>%1 s is too long: choose up to 20 s, best 5 to 10 s.</source>
        <translation>%1 s sind zu lang: Wählen Sie höchstens 20 s, am besten 5 bis 10 s.</translation>
    </message>
    <message>
        <source>%1 s is short: 5 to 10 s work best.</source>
        <translation>%1 s sind kurz: 5 bis 10 s eignen sich am besten.</translation>
    </message>
    <message>
        <source>%1 s will do; 5 to 10 s work best.</source>
        <translation>%1 s genügen; 5 bis 10 s eignen sich am besten.</translation>
    </message>
    <message>
        <source>%1 s is a good length.</source>
        <translation>%1 s sind eine gute Länge.</translation>
    </message>
    <message>
        <source>%1 characters per second: the text seems to leave out something that is said.</source>
        <translation>%1 Zeichen pro Sekunde: Im Text scheint etwas zu fehlen, das gesagt wird.</translation>
    </message>
    <message>
        <source>%1 characters per second: the text seems to hold more than is said in this part.</source>
        <translation>%1 Zeichen pro Sekunde: Der Text scheint mehr zu enthalten, als in diesem Teil gesagt wird.</translation>
    </message>
    <message>
        <source>%1 characters per second: the text fits the sound.</source>
        <translation>%1 Zeichen pro Sekunde: Der Text passt zum Ton.</translation>
    </message>
    <message>
        <source>This part is silent. Is the microphone muted or not allowed?</source>
        <translation>Dieser Teil ist still. Ist das Mikrofon stummgeschaltet oder nicht erlaubt?</translation>
    </message>
    <message>
        <source>The sound is very quiet.</source>
        <translation>Der Ton ist sehr leise.</translation>
    </message>
    <message>
        <source>The sound is too loud and distorted in places.</source>
        <translation>Der Ton ist zu laut und stellenweise verzerrt.</translation>
    </message>
    <message>
        <source>Give the voice a name.</source>
        <translation>Geben Sie der Stimme einen Namen.</translation>
    </message>
</context>
<context>
    <name>VoiceFiles</name>
    <message>
        <source>Its sound file is gone.</source>
        <translation>Die Tondatei fehlt.</translation>
    </message>
</context>
<context>
    <name>VoiceImport</name>
    <message numerus="yes">
        <source>%n files without their counterpart were left out</source>
        <translation>
            <numerusform>%n Datei ohne Gegenstück wurde ausgelassen</numerusform>
            <numerusform>%n Dateien ohne Gegenstück wurden ausgelassen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VoiceText</name>
    <message>
        <source>It has no text yet: write down what is said in it.</source>
        <translation>Noch ohne Text: Schreiben Sie auf, was darin gesagt wird.</translation>
    </message>
    <message>
        <source>Its text file is too large to be what is said in it.</source>
        <translation>Die Textdatei ist zu groß, um das Gesagte zu enthalten.</translation>
    </message>
    <message>
        <source>Its text file is not plain text in UTF-8.</source>
        <translation>Die Textdatei ist kein reiner Text in UTF-8.</translation>
    </message>
    <message>
        <source>Its text is empty: write down what is said in it.</source>
        <translation>Der Text ist leer: Schreiben Sie auf, was darin gesagt wird.</translation>
    </message>
</context>
<context>
    <name>parley::gui::AboutWindow</name>
    <message>
        <source>Version %1, with Qt %2</source>
        <translation>Version %1, mit Qt %2</translation>
    </message>
    <message>
        <source>About Parley</source>
        <translation>Über Parley</translation>
    </message>
    <message>
        <source>Turns scripts into dialogue with Dia, the text-to-dialogue model of Nari Labs, which is not part of this program.</source>
        <translation>Macht aus Skripten Dialoge, mit Dia, dem Text-zu-Dialog-Modell von Nari Labs, das nicht Teil dieses Programms ist.</translation>
    </message>
    <message>
        <source>© The Parley authors. Licence: %1.</source>
        <translation>© The Parley authors. Lizenz: %1.</translation>
    </message>
    <message>
        <source>Made with %1.</source>
        <translation>Gemacht mit %1.</translation>
    </message>
</context>
<context>
    <name>parley::gui::BenchControl</name>
    <message>
        <source>Takes are being made. Measure when that is done, or neither is as fast as it can be.</source>
        <translation>Es werden gerade Fassungen erzeugt. Messen Sie, wenn das fertig ist, sonst ist beides langsamer, als es sein kann.</translation>
    </message>
</context>
<context>
    <name>parley::gui::BenchWindow</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Measure this machine</source>
        <translation>Diesen Rechner messen</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>Wird gemessen</translation>
    </message>
    <message>
        <source>Measures how fast this machine makes speech, with made-up weights of the full model&apos;s size; no model is needed. It takes some minutes, and as much memory as the model. Figures hold as long as nothing else computes.</source>
        <translation>Misst, wie schnell dieser Rechner Sprache erzeugt, mit erfundenen Gewichten in der Größe des ganzen Modells; ein Modell ist nicht nötig. Das dauert einige Minuten und braucht so viel Arbeitsspeicher wie das Modell. Die Werte stimmen, solange sonst nichts rechnet.</translation>
    </message>
    <message>
        <source>What was measured</source>
        <translation>Was gemessen wurde</translation>
    </message>
    <message>
        <source>&amp;Device</source>
        <translation>&amp;Gerät</translation>
    </message>
    <message>
        <source>&amp;Number format</source>
        <translation>&amp;Zahlenformat</translation>
    </message>
    <message>
        <source>C&amp;ancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Measure</source>
        <translation>&amp;Messen</translation>
    </message>
    <message>
        <source>The table is on the clipboard.</source>
        <translation>Die Tabelle ist in der Zwischenablage.</translation>
    </message>
</context>
<context>
    <name>parley::gui::ClosingControl</name>
    <message>
        <source>Parley closes as soon as the last sound is saved.</source>
        <translation>Parley wird beendet, sobald der letzte Ton gespeichert ist.</translation>
    </message>
    <message numerus="yes">
        <source>The sound of %n take(s) could not be saved and may be lost when Parley closes.</source>
        <translation>
            <numerusform>Der Ton von %n Fassung konnte nicht gespeichert werden und geht vielleicht verloren, wenn Parley beendet wird.</numerusform>
            <numerusform>Der Ton von %n Fassungen konnte nicht gespeichert werden und geht vielleicht verloren, wenn Parley beendet wird.</numerusform>
        </translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Save elsewhere…</source>
        <translation>Anderswo speichern …</translation>
    </message>
    <message>
        <source>The voice that you are editing isn&apos;t saved yet. Its changes are lost when Parley closes.</source>
        <translation>Die Stimme, die Sie bearbeiten, ist noch nicht gespeichert. Ihre Änderungen gehen verloren, wenn Parley beendet wird.</translation>
    </message>
    <message>
        <source>The script could not be saved and is lost when Parley closes.</source>
        <translation>Das Skript konnte nicht gespeichert werden und geht verloren, wenn Parley beendet wird.</translation>
    </message>
    <message>
        <source>Close anyway</source>
        <translation>Trotzdem beenden</translation>
    </message>
</context>
<context>
    <name>parley::gui::CopyControl</name>
    <message>
        <source>%1 is made: %2 in place of %3.</source>
        <translation>%1 ist angelegt: %2 statt %3.</translation>
    </message>
</context>
<context>
    <name>parley::gui::DownloadControl</name>
    <message>
        <source>The server has another state of %1 than this version of Parley knows. It was downloaded as it is there.</source>
        <translation>Der Server hat einen anderen Stand von %1, als diese Version von Parley kennt. Heruntergeladen wurde, was dort liegt.</translation>
    </message>
</context>
<context>
    <name>parley::gui::HelpWindow</name>
    <message>
        <source>Writing for Dia</source>
        <translation>Schreiben für Dia</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
</context>
<context>
    <name>parley::gui::MainMenu</name>
    <message>
        <source>&amp;Voice</source>
        <translation>&amp;Stimme</translation>
    </message>
    <message>
        <source>&amp;Take</source>
        <translation>&amp;Fassung</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>&amp;Einstellungen …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Been&amp;den</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Make</source>
        <translation>&amp;Erzeugen</translation>
    </message>
    <message>
        <source>Stop and empty the &amp;queue</source>
        <translation>Anhalten und &amp;Warteschlange leeren</translation>
    </message>
    <message>
        <source>Vie&amp;w</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>Go to the &amp;script</source>
        <translation>Zum &amp;Skript</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Copy &amp;diagnostics</source>
        <translation>&amp;Diagnosedaten kopieren</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Noch keine</translation>
    </message>
    <message>
        <source>&amp;Writing for Dia and shortcuts</source>
        <translation>&amp;Schreiben für Dia und Tastenkürzel</translation>
    </message>
    <message>
        <source>Ea&amp;rlier scripts</source>
        <translation>F&amp;rühere Skripte</translation>
    </message>
    <message>
        <source>&amp;About Parley</source>
        <translation>Ü&amp;ber Parley</translation>
    </message>
    <message>
        <source>Mo&amp;dels…</source>
        <translation>&amp;Modelle …</translation>
    </message>
    <message>
        <source>Look for a &amp;newer version</source>
        <translation>Nach &amp;neuerer Version suchen</translation>
    </message>
    <message>
        <source>&amp;Measure this machine…</source>
        <translation>Diesen Rechner &amp;messen …</translation>
    </message>
</context>
<context>
    <name>parley::gui::MainWindow</name>
    <message>
        <source>Takes</source>
        <translation>Fassungen</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
</context>
<context>
    <name>parley::gui::MakingControl</name>
    <message>
        <source>Queue (%1)</source>
        <translation>Warteschlange (%1)</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Choose a model first.</source>
        <translation>Wählen Sie zuerst ein Modell.</translation>
    </message>
    <message>
        <source>The model could not be loaded.</source>
        <translation>Das Modell konnte nicht geladen werden.</translation>
    </message>
    <message>
        <source>%1 s of sound, seed %2</source>
        <translation>%1 s Ton, Startwert %2</translation>
    </message>
    <message>
        <source>The voice&apos;s sound is still being read, or it is gone.</source>
        <translation>Der Ton der Stimme wird noch gelesen, oder er fehlt.</translation>
    </message>
    <message>
        <source>Make without it</source>
        <translation>Ohne Stimme erzeugen</translation>
    </message>
    <message>
        <source>A take that was waiting needs the voice “%1”, which isn&apos;t here any more.</source>
        <translation>Eine wartende Fassung braucht die Stimme „%1“, die nicht mehr da ist.</translation>
    </message>
    <message>
        <source>Put its script back</source>
        <translation>Skript zurückholen</translation>
    </message>
    <message numerus="yes">
        <source>%n take(s) were still waiting when Parley ended.</source>
        <translation>
            <numerusform>%n Fassung wartete noch, als Parley beendet wurde.</numerusform>
            <numerusform>%n Fassungen warteten noch, als Parley beendet wurde.</numerusform>
        </translation>
    </message>
    <message>
        <source>Make them</source>
        <translation>Erzeugen</translation>
    </message>
    <message>
        <source>Drop them</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>This take was made with the voice “%1”, which isn&apos;t here. Add its recording to make the take again; its text is filled in for you.</source>
        <translation>Diese Fassung wurde mit der Stimme „%1“ erzeugt, die nicht da ist. Fügen Sie deren Aufnahme hinzu, um die Fassung noch einmal zu erzeugen; der Text wird für Sie eingetragen.</translation>
    </message>
</context>
<context>
    <name>parley::gui::ManagerControl</name>
    <message>
        <source>%1 is used from now on.</source>
        <translation>%1 wird ab jetzt verwendet.</translation>
    </message>
    <message>
        <source>All files are as they should be: their hashes match.</source>
        <translation>Alle Dateien sind, wie sie sein sollen: Ihre Prüfsummen stimmen.</translation>
    </message>
    <message numerus="yes">
        <source>Nothing is wrong; %n files have no known hash to compare with.</source>
        <translation>
            <numerusform>Nichts ist falsch; für %n Datei ist keine Prüfsumme zum Vergleichen bekannt.</numerusform>
            <numerusform>Nichts ist falsch; für %n Dateien ist keine Prüfsumme zum Vergleichen bekannt.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 are free again.</source>
        <translation>%1 sind wieder frei.</translation>
    </message>
</context>
<context>
    <name>parley::gui::ModelControl</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Choose another model</source>
        <translation>Anderes Modell wählen</translation>
    </message>
    <message>
        <source>It will load as slowly next time: %1</source>
        <translation>Es lädt beim nächsten Mal genauso langsam: %1</translation>
    </message>
    <message>
        <source>Download again</source>
        <translation>Noch einmal herunterladen</translation>
    </message>
</context>
<context>
    <name>parley::gui::PackControl</name>
    <message>
        <source>It is for another version of Parley and of no use to this one. It may be removed.</source>
        <translation>Es gehört zu einer anderen Version von Parley und nützt dieser nichts. Sie können es entfernen.</translation>
    </message>
    <message>
        <source>It has not come to its end, and is for another version of Parley.</source>
        <translation>Es ist unvollständig und gehört zu einer anderen Version von Parley.</translation>
    </message>
    <message>
        <source>The GPU pack is here. It is used once Parley is started again.</source>
        <translation>Das GPU-Paket ist da. Es wird verwendet, sobald Parley neu gestartet ist.</translation>
    </message>
    <message>
        <source>%1 are free again.</source>
        <translation>%1 sind wieder frei.</translation>
    </message>
</context>
<context>
    <name>parley::gui::PlaybackControl</name>
    <message>
        <source>Voice</source>
        <translation>Stimme</translation>
    </message>
</context>
<context>
    <name>parley::gui::PreferencesControl</name>
    <message>
        <source>The language and the folder of takes change when Parley is started again.</source>
        <translation>Die Sprache und der Ordner für Fassungen ändern sich, wenn Parley neu gestartet wird.</translation>
    </message>
</context>
<context>
    <name>parley::gui::UpdateControl</name>
    <message>
        <source>Asking %1 for the newest version…</source>
        <translation>%1 wird nach der neuesten Version gefragt …</translation>
    </message>
    <message>
        <source>Whether there is a newer version is not known. %1</source>
        <translation>Ob es eine neuere Version gibt, ist nicht bekannt. %1</translation>
    </message>
    <message>
        <source>This is the newest version, %1.</source>
        <translation>Dies ist die neueste Version, %1.</translation>
    </message>
    <message>
        <source>Parley %1 is out; this is %2.</source>
        <translation>Parley %1 ist erschienen; dies ist %2.</translation>
    </message>
    <message>
        <source>Open its page</source>
        <translation>Seite dazu öffnen</translation>
    </message>
</context>
<context>
    <name>parley::ui::AutosavedFile</name>
    <message>
        <source>%1 was written by a newer version of Parley. What this version doesn&apos;t know is left as it is.</source>
        <translation>%1 wurde von einer neueren Version von Parley geschrieben. Was diese Version nicht kennt, bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>%1 could not be understood. It was put aside as %2, and Parley starts afresh.</source>
        <translation>%1 war nicht lesbar. Die Datei wurde als %2 beiseitegelegt, und Parley beginnt neu.</translation>
    </message>
    <message>
        <source>%1 could not be understood and is left as it is. Changes last until Parley ends.</source>
        <translation>%1 war nicht lesbar und bleibt unverändert. Änderungen gelten, bis Parley beendet wird.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be written (%2). Changes last until Parley ends.</source>
        <translation>%1 kann nicht geschrieben werden (%2). Änderungen gelten, bis Parley beendet wird.</translation>
    </message>
</context>
<context>
    <name>parley::ui::Capture</name>
    <message>
        <source>The microphone sends no sound. Was it unplugged, or isn&apos;t Parley allowed to use it?</source>
        <translation>Das Mikrofon liefert keinen Ton. Wurde es abgezogen, oder darf Parley es nicht verwenden?</translation>
    </message>
    <message>
        <source>The microphone can&apos;t be opened. Is it in use, unplugged, or isn&apos;t Parley allowed to use it?</source>
        <translation>Das Mikrofon kann nicht geöffnet werden. Ist es belegt oder abgezogen, oder darf Parley es nicht verwenden?</translation>
    </message>
    <message>
        <source>The microphone went away. What was recorded until then is kept.</source>
        <translation>Das Mikrofon ist nicht mehr da. Was bis dahin aufgenommen wurde, bleibt erhalten.</translation>
    </message>
</context>
<context>
    <name>parley::ui::CheckList</name>
    <message>
        <source>Remarks about the script</source>
        <translation>Hinweise zum Skript</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more.</source>
        <translation>
            <numerusform>… und %n weiterer.</numerusform>
            <numerusform>… und %n weitere.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::ui::CheckRow</name>
    <message>
        <source>%1 Click to go there.</source>
        <translation>%1 Klicken Sie, um dorthin zu gehen.</translation>
    </message>
    <message>
        <source>Goes to the place in the script.</source>
        <translation>Geht zur Stelle im Skript.</translation>
    </message>
    <message>
        <source>Fix: %1</source>
        <translation>Beheben: %1</translation>
    </message>
</context>
<context>
    <name>parley::ui::CheckpointField</name>
    <message>
        <source>Folder…</source>
        <translation>Ordner …</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>Datei …</translation>
    </message>
    <message>
        <source>Choose a folder: %1</source>
        <translation>Ordner wählen: %1</translation>
    </message>
    <message>
        <source>Choose a file: %1</source>
        <translation>Datei wählen: %1</translation>
    </message>
    <message>
        <source>Checkpoints (%1)</source>
        <translation>Checkpoints (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>parley::ui::ChoiceBox</name>
    <message>
        <source>None</source>
        <translation>Keine Auswahl</translation>
    </message>
    <message>
        <source>%1 (not available now)</source>
        <translation>%1 (derzeit nicht verfügbar)</translation>
    </message>
</context>
<context>
    <name>parley::ui::CopyCard</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Progress of the copy</source>
        <translation>Fortschritt der Kopie</translation>
    </message>
</context>
<context>
    <name>parley::ui::CopyDialog</name>
    <message>
        <source>int&amp;8, close to the original</source>
        <translation>int&amp;8, nah am Original</translation>
    </message>
    <message>
        <source>int&amp;4, the smallest, further from the original</source>
        <translation>int&amp;4, am kleinsten, weiter vom Original entfernt</translation>
    </message>
    <message>
        <source>There is such a copy already.</source>
        <translation>Eine solche Kopie gibt es schon.</translation>
    </message>
    <message>
        <source>%1 on the disk in place of %2, and %3 of memory in place of %4 in bfloat16</source>
        <translation>%1 auf dem Datenträger statt %2 und %3 Arbeitsspeicher statt %4 mit bfloat16</translation>
    </message>
    <message>
        <source>A smaller copy</source>
        <translation>Eine kleinere Kopie</translation>
    </message>
    <message>
        <source>A smaller copy of %1</source>
        <translation>Eine kleinere Kopie von %1</translation>
    </message>
    <message>
        <source>A copy holds most of the network in 8 or 4 bits in place of 16 or 32. It loads sooner, takes less memory, and speaks slightly differently: how far, is measured when it is made, which takes some minutes. The model itself stays as it is.</source>
        <translation>Eine Kopie hält den größten Teil des Netzes mit 8 oder 4 statt mit 16 oder 32 Bit. Sie ist schneller geladen, braucht weniger Arbeitsspeicher und spricht etwas anders: Wie weit, wird beim Anlegen gemessen, das einige Minuten dauert. Das Modell selbst bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>&amp;Make the copy</source>
        <translation>Kopie &amp;anlegen</translation>
    </message>
</context>
<context>
    <name>parley::ui::DownloadCard</name>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Progress of the download</source>
        <translation>Fortschritt des Downloads</translation>
    </message>
    <message>
        <source>Really remove it?</source>
        <translation>Wirklich entfernen?</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
</context>
<context>
    <name>parley::ui::DownloadOffer</name>
    <message>
        <source>%1 (%2) and the codec that makes sound of what it says (%3), from the Hugging Face hub. A download that breaks off goes on where it was.</source>
        <translation>%1 (%2) und der Codec, der aus dem Gesprochenen Klang macht (%3), vom Hugging Face Hub. Ein Download, der abbricht, geht dort weiter, wo er war.</translation>
    </message>
    <message>
        <source>Download the model</source>
        <translation>Das Modell herunterladen</translation>
    </message>
    <message>
        <source>Download %1</source>
        <translation>%1 herunterladen</translation>
    </message>
</context>
<context>
    <name>parley::ui::EnginePage</name>
    <message>
        <source>Choose another &amp;model…</source>
        <translation>Anderes &amp;Modell wählen …</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Choose another model</source>
        <translation>Anderes Modell wählen</translation>
    </message>
    <message>
        <source>Automatic (one per core)</source>
        <translation>Automatisch (einer pro Kern)</translation>
    </message>
    <message>
        <source>Computing</source>
        <translation>Berechnung</translation>
    </message>
    <message>
        <source>&amp;Device</source>
        <translation>&amp;Gerät</translation>
    </message>
    <message>
        <source>&amp;Number format</source>
        <translation>&amp;Zahlenformat</translation>
    </message>
    <message>
        <source>Th&amp;reads</source>
        <translation>Th&amp;reads</translation>
    </message>
    <message>
        <source>A change loads the model again in the background.</source>
        <translation>Eine Änderung lädt das Modell im Hintergrund neu.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Automatic: %1</source>
        <translation>Automatisch: %1</translation>
    </message>
    <message>
        <source>%1 (can&apos;t be used)</source>
        <translation>%1 (nicht verwendbar)</translation>
    </message>
    <message>
        <source>This device was not found; another one will be used.</source>
        <translation>Dieses Gerät wurde nicht gefunden; ein anderes wird verwendet.</translation>
    </message>
    <message>
        <source>%1, needs %2</source>
        <translation>%1, braucht %2</translation>
    </message>
    <message>
        <source>The full model needs %1 of memory in this format.</source>
        <translation>Das volle Modell braucht in diesem Format %1 Speicher.</translation>
    </message>
    <message>
        <source>Only %1 are free: it may be slow, or fail.</source>
        <translation>Nur %1 sind frei: Es kann langsam werden oder scheitern.</translation>
    </message>
    <message>
        <source>%1 are free.</source>
        <translation>%1 sind frei.</translation>
    </message>
    <message>
        <source>The demo, which makes noise</source>
        <translation>Die Demo, die nur rauscht</translation>
    </message>
    <message>
        <source>None chosen yet</source>
        <translation>Noch keines gewählt</translation>
    </message>
    <message>
        <source>Use &amp;TF32 for float32 on NVIDIA GPUs</source>
        <translation>&amp;TF32 für float32 auf NVIDIA-GPUs verwenden</translation>
    </message>
    <message>
        <source>Products keep 10 bits in place of 23: faster, and slightly less exact. Other formats and devices stay as they are.</source>
        <translation>Produkte behalten 10 statt 23 Bit: schneller und etwas ungenauer. Andere Zahlenformate und Geräte bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Immer</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>&amp;Keep in memory</source>
        <translation>Im Spei&amp;cher halten</translation>
    </message>
    <message>
        <source>Unused for so long, the model makes room for other programs. It loads again when it is to speak.</source>
        <translation>So lange ungenutzt, macht das Modell anderen Programmen Platz. Es lädt wieder, sobald es sprechen soll.</translation>
    </message>
</context>
<context>
    <name>parley::ui::FilesPage</name>
    <message>
        <source>Folder of models</source>
        <translation>Ordner für Modelle</translation>
    </message>
    <message>
        <source>Folder of takes</source>
        <translation>Ordner für Fassungen</translation>
    </message>
    <message>
        <source>Folder of voices</source>
        <translation>Ordner für Stimmen</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>&amp;Models</source>
        <translation>&amp;Modelle</translation>
    </message>
    <message>
        <source>&amp;Takes</source>
        <translation>&amp;Fassungen</translation>
    </message>
    <message>
        <source>&amp;Voices</source>
        <translation>&amp;Stimmen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>&amp;Sound file format</source>
        <translation>Format der &amp;Tondateien</translation>
    </message>
    <message>
        <source>An empty field means the place that is shown. A new folder of models or voices is used from now on, one of takes when Parley is started again; what lies in the old one stays there.</source>
        <translation>Bleibt ein Feld leer, gilt der angezeigte Ort. Ein neuer Ordner für Modelle oder Stimmen gilt ab sofort, einer für Fassungen ab dem nächsten Start von Parley; was im bisherigen liegt, bleibt dort.</translation>
    </message>
</context>
<context>
    <name>parley::ui::FindBar</name>
    <message>
        <source>Find and replace</source>
        <translation>Suchen und ersetzen</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Match &amp;case</source>
        <translation>&amp;Groß-/Kleinschreibung</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Vorherige Fundstelle</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Nächste Fundstelle</translation>
    </message>
    <message>
        <source>Close the find bar</source>
        <translation>Suchleiste schließen</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>Ersetzen durch</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>Alle ersetzen</translation>
    </message>
    <message numerus="yes">
        <source>%n replaced</source>
        <translation>
            <numerusform>%n ersetzt</numerusform>
            <numerusform>%n ersetzt</numerusform>
        </translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n Fundstelle</numerusform>
            <numerusform>%n Fundstellen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::ui::FirstStartPanel</name>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Codec</source>
        <translation>Codec</translation>
    </message>
    <message>
        <source>&amp;Use these files</source>
        <translation>Diese Dateien &amp;verwenden</translation>
    </message>
    <message>
        <source>A folder or file, also dropped here</source>
        <translation>Ordner oder Datei, auch hierher gezogen</translation>
    </message>
    <message>
        <source>Found by itself if it lies beside the model</source>
        <translation>Wird von selbst gefunden, wenn er beim Modell liegt</translation>
    </message>
    <message>
        <source>Your own files</source>
        <translation>Eigene Dateien</translation>
    </message>
    <message>
        <source>&amp;Codec</source>
        <translation>&amp;Codec</translation>
    </message>
    <message>
        <source>Without a model</source>
        <translation>Ohne Modell</translation>
    </message>
    <message>
        <source>The demo has learned nothing and makes noise instead of speech. Everything else works as with a model.</source>
        <translation>Die Demo hat nichts gelernt und rauscht, statt zu sprechen. Alles andere geht wie mit einem Modell.</translation>
    </message>
    <message>
        <source>Looking at the model…</source>
        <translation>Das Modell wird geprüft …</translation>
    </message>
    <message>
        <source>The codec is missing: the part that makes sound of what the model says. Choose it as Codec below, or put it into a folder beside the model. It is published as %1 on the Hugging Face hub.</source>
        <translation>Es fehlt der Codec, der Teil, der aus der Ausgabe des Modells Ton macht. Wählen Sie ihn unten unter Codec, oder legen Sie ihn in einen Ordner neben dem Modell. Er ist als %1 auf dem Hugging Face Hub veröffentlicht.</translation>
    </message>
    <message>
        <source>No model yet</source>
        <translation>Noch kein Modell</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>Modell wählen</translation>
    </message>
    <message>
        <source>Parley speaks with the Dia model. Choose where it is on this machine.</source>
        <translation>Parley spricht mit dem Modell Dia. Wählen Sie, wo es auf diesem Rechner liegt.</translation>
    </message>
    <message>
        <source>%1 is in use now.</source>
        <translation>Zurzeit wird %1 verwendet.</translation>
    </message>
    <message>
        <source>&amp;Keep %1</source>
        <translation>%1 behal&amp;ten</translation>
    </message>
    <message>
        <source>Tr&amp;y the demo</source>
        <translation>Demo a&amp;usprobieren</translation>
    </message>
    <message>
        <source>Mode&amp;l</source>
        <translation>M&amp;odell</translation>
    </message>
    <message>
        <source>The model is published as %1 (6.4 GB), the codec that makes sound of what it says as %2 (307 MB). Parley downloads nothing by itself.</source>
        <translation>Das Modell ist als %1 veröffentlicht (6,4 GB), der Codec, der daraus Ton macht, als %2 (307 MB). Parley lädt von sich aus nichts herunter.</translation>
    </message>
</context>
<context>
    <name>parley::ui::FolderField</name>
    <message>
        <source>Choose a folder…</source>
        <translation>Ordner wählen …</translation>
    </message>
    <message>
        <source>Choose a folder: %1</source>
        <translation>Ordner wählen: %1</translation>
    </message>
    <message>
        <source>%1: give the whole path, from the root on.</source>
        <translation>%1: Geben Sie den ganzen Pfad an, vom Wurzelverzeichnis an.</translation>
    </message>
    <message>
        <source>%1: there is a file of this name; choose a folder.</source>
        <translation>%1: So heißt schon eine Datei; wählen Sie einen Ordner.</translation>
    </message>
    <message>
        <source>%1: nothing can be written there.</source>
        <translation>%1: Dort kann nichts geschrieben werden.</translation>
    </message>
</context>
<context>
    <name>parley::ui::FoundModelsView</name>
    <message>
        <source>Look again</source>
        <translation>Erneut suchen</translation>
    </message>
    <message>
        <source>Look through the models folder and the caches of other programs. Nothing is downloaded.</source>
        <translation>Durchsucht den Modellordner und die Zwischenspeicher anderer Programme. Nichts wird heruntergeladen.</translation>
    </message>
    <message>
        <source>Looking for models</source>
        <translation>Suche nach Modellen</translation>
    </message>
    <message>
        <source>On this machine</source>
        <translation>Auf diesem Rechner</translation>
    </message>
    <message>
        <source>Models that other programs downloaded can be used where they lie.</source>
        <translation>Modelle, die andere Programme heruntergeladen haben, sind dort verwendbar, wo sie liegen.</translation>
    </message>
    <message>
        <source>Looking for models…</source>
        <translation>Modelle werden gesucht …</translation>
    </message>
    <message>
        <source>No model was found in the models folder or in the caches of other programs.</source>
        <translation>Weder im Modellordner noch in den Zwischenspeichern anderer Programme wurde ein Modell gefunden.</translation>
    </message>
</context>
<context>
    <name>parley::ui::GeneralPage</name>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Errors only</source>
        <translation>Nur Fehler</translation>
    </message>
    <message>
        <source>Errors and warnings</source>
        <translation>Fehler und Warnungen</translation>
    </message>
    <message>
        <source>Every detail</source>
        <translation>Jede Einzelheit</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farbschema</translation>
    </message>
    <message>
        <source>Text si&amp;ze</source>
        <translation>Text&amp;größe</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>Takes effect when Parley is started again.</source>
        <translation>Wird wirksam, wenn Parley neu gestartet wird.</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Lo&amp;g</source>
        <translation>&amp;Protokoll</translation>
    </message>
    <message>
        <source>The log never holds the words of a script.</source>
        <translation>Das Protokoll enthält nie die Worte eines Skripts.</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Erscheinungsbild</translation>
    </message>
    <message>
        <source>All events</source>
        <translation>Alle Ereignisse</translation>
    </message>
</context>
<context>
    <name>parley::ui::GenerationPanel</name>
    <message>
        <source>Settings of the next takes</source>
        <translation>Einstellungen der nächsten Fassungen</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>How long a take may become, in the model&apos;s steps; 86 of them make a second. The voice&apos;s recording counts, too. A take ends by itself when everything is said.</source>
        <translation>Wie lang eine Fassung werden darf, in Schritten des Modells; 86 ergeben eine Sekunde. Die Aufnahme der Stimme zählt mit. Eine Fassung endet von selbst, wenn alles gesagt ist.</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>Führung</translation>
    </message>
    <message>
        <source>How closely the model keeps to your script. Higher: more faithful, but faster and stiffer. Lower: freer, but words may be lost.</source>
        <translation>Wie eng sich das Modell an Ihr Skript hält. Höher: treuer, aber schneller und steifer. Niedriger: freier, aber Wörter können verloren gehen.</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>How daring the performance is. Higher: livelier and less predictable. Lower: calmer and more even.</source>
        <translation>Wie gewagt der Vortrag ist. Höher: lebhafter und weniger vorhersehbar. Niedriger: ruhiger und gleichmäßiger.</translation>
    </message>
    <message>
        <source>Top-p</source>
        <translation>Top-p</translation>
    </message>
    <message>
        <source>How much of the unlikely the model may use. 1.00 allows everything; lower values avoid odd sounds and take away some life.</source>
        <translation>Wie viel Unwahrscheinliches das Modell verwenden darf. 1,00 erlaubt alles; kleinere Werte vermeiden seltsame Laute, machen den Vortrag aber etwas weniger lebendig.</translation>
    </message>
    <message>
        <source>Top-k</source>
        <translation>Top-k</translation>
    </message>
    <message>
        <source>Among how many sounds the model chooses at every step. Fewer are safer, more are more varied.</source>
        <translation>Unter wie vielen Lauten das Modell bei jedem Schritt wählt. Wenige sind sicherer, viele abwechslungsreicher.</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>How fast takes play, without changing the pitch. It can still be changed when a take is made.</source>
        <translation>Wie schnell Fassungen abgespielt werden, bei gleicher Tonhöhe. Lässt sich noch ändern, wenn eine Fassung erzeugt ist.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>Fassungen</translation>
    </message>
    <message>
        <source>How many performances to make of the script, each with a seed of its own.</source>
        <translation>Wie viele Fassungen des Skripts erzeugt werden, jede mit eigenem Startwert.</translation>
    </message>
    <message>
        <source>Protect the last word</source>
        <translation>Letztes Wort schützen</translation>
    </message>
    <message>
        <source>Up to %1 s of sound for each take, less the length of the voice.</source>
        <translation>Bis zu %1 s Ton für jede Fassung, abzüglich der Länge der Stimme.</translation>
    </message>
    <message>
        <source>Gives the model one more speaker tag after your script, so that the last word isn&apos;t cut off. Your text stays as it is.</source>
        <translation>Hängt für das Modell noch eine Sprechermarke an Ihr Skript an, damit das letzte Wort nicht abgeschnitten wird. Ihr Text bleibt, wie er ist.</translation>
    </message>
</context>
<context>
    <name>parley::ui::GpuPackCard</name>
    <message>
        <source>It is used once Parley is started again.</source>
        <translation>Es wird verwendet, sobald Parley neu gestartet ist.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Really remove it?</source>
        <translation>Wirklich entfernen?</translation>
    </message>
</context>
<context>
    <name>parley::ui::GpuPackListCard</name>
    <message>
        <source>The list of the GPU pack</source>
        <translation>Die Liste des GPU-Pakets</translation>
    </message>
</context>
<context>
    <name>parley::ui::GpuPackOffer</name>
    <message>
        <source>By downloading it you accept the terms of its makers: %1.</source>
        <translation>Mit dem Herunterladen nehmen Sie die Bedingungen der Hersteller an: %1.</translation>
    </message>
    <message>
        <source>For your NVIDIA GPU</source>
        <translation>Für Ihre GPU von NVIDIA</translation>
    </message>
    <message>
        <source>CUDA&apos;s libraries are not on this machine. With them Parley computes on the GPU. They take %1 of the disk.</source>
        <translation>Die Bibliotheken von CUDA sind nicht auf diesem Rechner. Mit ihnen rechnet Parley auf der GPU. Sie belegen %1 auf der Platte.</translation>
    </message>
    <message>
        <source>Download %1</source>
        <translation>%1 herunterladen</translation>
    </message>
</context>
<context>
    <name>parley::ui::GpuPackPart</name>
    <message>
        <source>GPU pack</source>
        <translation>GPU-Paket</translation>
    </message>
</context>
<context>
    <name>parley::ui::JobListModel</name>
    <message>
        <source>%1. %2</source>
        <comment>first words of a script, then its state</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Wird angehalten</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Take %1 of %2: %3</source>
        <translation>Fassung %1 von %2: %3</translation>
    </message>
</context>
<context>
    <name>parley::ui::LevelMeter</name>
    <message>
        <source>Microphone level</source>
        <translation>Mikrofonpegel</translation>
    </message>
    <message>
        <source>Too loud</source>
        <translation>Zu laut</translation>
    </message>
    <message>
        <source>%1 percent</source>
        <translation>%1 Prozent</translation>
    </message>
</context>
<context>
    <name>parley::ui::LibraryNotices</name>
    <message numerus="yes">
        <source>The sound of %n take(s) could not be saved and is only in memory until Parley is closed.</source>
        <translation>
            <numerusform>Der Ton von %n Fassung konnte nicht gespeichert werden und liegt nur im Arbeitsspeicher, bis Parley geschlossen wird.</numerusform>
            <numerusform>Der Ton von %n Fassungen konnte nicht gespeichert werden und liegt nur im Arbeitsspeicher, bis Parley geschlossen wird.</numerusform>
        </translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Save elsewhere…</source>
        <translation>Anderswo speichern …</translation>
    </message>
</context>
<context>
    <name>parley::ui::LogPane</name>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>What the program does is told here, without a word of your scripts.</source>
        <translation>Hier steht, was das Programm tut, ohne ein Wort Ihrer Skripte.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copies the whole log</source>
        <translation>Kopiert das ganze Protokoll</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern …</translation>
    </message>
    <message>
        <source>Saves the log as a text file</source>
        <translation>Speichert das Protokoll als Textdatei</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Empties the log</source>
        <translation>Leert das Protokoll</translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation>Protokoll speichern</translation>
    </message>
    <message>
        <source>Text files (*.txt)</source>
        <translation>Textdateien (*.txt)</translation>
    </message>
    <message>
        <source>The log was saved as %1.</source>
        <translation>Das Protokoll wurde als %1 gespeichert.</translation>
    </message>
    <message>
        <source>The log can&apos;t be saved as %1: %2</source>
        <translation>Das Protokoll kann nicht als %1 gespeichert werden: %2</translation>
    </message>
    <message>
        <source>Choose another place</source>
        <translation>Anderen Ort wählen</translation>
    </message>
</context>
<context>
    <name>parley::ui::LogWriter</name>
    <message>
        <source>The script has a remark; the checks below the script show it.</source>
        <translation>Zum Skript gibt es einen Hinweis; die Prüfungen unter dem Skript zeigen ihn.</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>There is no model.</source>
        <translation>Es gibt kein Modell.</translation>
    </message>
    <message>
        <source>Loading the model.</source>
        <translation>Das Modell wird geladen.</translation>
    </message>
    <message>
        <source>The model is loaded on %1, %2</source>
        <translation>Das Modell ist auf %1 geladen, %2</translation>
    </message>
    <message>
        <source>%1, in %2 s.</source>
        <translation>%1, in %2 s.</translation>
    </message>
    <message>
        <source>Reading voice and script.</source>
        <translation>Stimme und Skript werden gelesen.</translation>
    </message>
    <message>
        <source>%1 s of sound</source>
        <translation>%1 s Ton</translation>
    </message>
    <message numerus="yes">
        <source>%n steps</source>
        <translation>
            <numerusform>%n Schritt</numerusform>
            <numerusform>%n Schritte</numerusform>
        </translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>Startwert %1</translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <translation>Schritt %1: %2</translation>
    </message>
    <message>
        <source>Job %1: %2</source>
        <translation>Auftrag %1: %2</translation>
    </message>
    <message>
        <source>The packed weights that were kept can&apos;t be used and are made again: %1</source>
        <translation>Die aufgehobenen gepackten Gewichte sind nicht verwendbar und werden neu gemacht: %1</translation>
    </message>
    <message>
        <source>The packed weights can&apos;t be kept and are made again at the next start: %1</source>
        <translation>Die gepackten Gewichte lassen sich nicht aufbewahren und werden beim nächsten Start neu erstellt: %1</translation>
    </message>
    <message>
        <source>The model is out of memory until it is needed again.</source>
        <translation>Das Modell ist aus dem Speicher, bis es wieder gebraucht wird.</translation>
    </message>
</context>
<context>
    <name>parley::ui::MakeBar</name>
    <message>
        <source>Making takes</source>
        <translation>Fassungen erzeugen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stops the take that is being made and keeps what is there (Esc)</source>
        <translation>Hält die laufende Fassung an und behält, was da ist (Esc)</translation>
    </message>
    <message>
        <source>Progress of the take</source>
        <translation>Fortschritt der Fassung</translation>
    </message>
    <message>
        <source>Stopping; what is there is kept</source>
        <translation>Wird angehalten; was da ist, bleibt</translation>
    </message>
    <message>
        <source>Ready to make a take</source>
        <translation>Bereit, eine Fassung zu erzeugen</translation>
    </message>
    <message>
        <source>Make</source>
        <translation>Erzeugen</translation>
    </message>
    <message numerus="yes">
        <source>Make %n takes</source>
        <translation>
            <numerusform>%n Fassung erzeugen</numerusform>
            <numerusform>%n Fassungen erzeugen</numerusform>
        </translation>
    </message>
    <message>
        <source>Speaks the script</source>
        <translation>Spricht das Skript</translation>
    </message>
    <message>
        <source>Ready to play</source>
        <translation>Abspielbar</translation>
    </message>
    <message>
        <source>Ready to play in %1</source>
        <translation>Abspielbar in %1</translation>
    </message>
    <message>
        <source>Adds it to what is being made</source>
        <translation>Nimmt es zu dem, was gerade erzeugt wird</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <comment>takes that are made at the same time</comment>
        <translation>
            <numerusform>%n weitere</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <comment>takes that are made later</comment>
        <translation>
            <numerusform>%n wartet</numerusform>
            <numerusform>%n warten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::ui::ManagedCard</name>
    <message>
        <source>Codec</source>
        <translation>Codec</translation>
    </message>
    <message>
        <source>Not verified yet</source>
        <translation>Noch nicht geprüft</translation>
    </message>
    <message>
        <source>Verified on %1</source>
        <translation>Geprüft am %1</translation>
    </message>
    <message>
        <source>Found damaged on %1</source>
        <translation>Am %1 beschädigt gefunden</translation>
    </message>
    <message>
        <source>Verifying</source>
        <translation>Wird geprüft</translation>
    </message>
    <message>
        <source>A note of yours</source>
        <translation>Eine Notiz von Ihnen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In Gebrauch</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Download again</source>
        <translation>Noch einmal herunterladen</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Read all of its files and compare their hashes</source>
        <translation>Alle seine Dateien lesen und ihre Prüfsummen vergleichen</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Forget its folder</source>
        <translation>Seinen Ordner vergessen</translation>
    </message>
    <message>
        <source>Really remove %1?</source>
        <translation>%1 wirklich entfernen?</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Make a smaller copy…</source>
        <translation>Kleinere Kopie anlegen …</translation>
    </message>
</context>
<context>
    <name>parley::ui::ModelCard</name>
    <message numerus="yes">
        <source>%n of its weights are missing or don&apos;t fit; get the model again.</source>
        <translation>
            <numerusform>%n seiner Gewichte fehlt oder passt nicht; laden Sie das Modell noch einmal herunter.</numerusform>
            <numerusform>%n seiner Gewichte fehlen oder passen nicht; laden Sie das Modell noch einmal herunter.</numerusform>
        </translation>
    </message>
    <message>
        <source>Its config.json is missing; put it into the same folder.</source>
        <translation>Die zugehörige config.json fehlt; legen Sie sie in denselben Ordner.</translation>
    </message>
    <message>
        <source>Its codec was not found on this machine.</source>
        <translation>Der zugehörige Codec wurde auf diesem Rechner nicht gefunden.</translation>
    </message>
    <message>
        <source>Add a codec…</source>
        <translation>Codec hinzufügen …</translation>
    </message>
    <message>
        <source>Use this model</source>
        <translation>Dieses Modell verwenden</translation>
    </message>
</context>
<context>
    <name>parley::ui::ModelManager</name>
    <message>
        <source>Looking for models…</source>
        <translation>Modelle werden gesucht …</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>&amp;Add a folder…</source>
        <translation>Ordner h&amp;inzufügen …</translation>
    </message>
    <message>
        <source>Look for models in that folder, too. Nothing in it is changed.</source>
        <translation>Auch in diesem Ordner nach Modellen suchen. Darin wird nichts verändert.</translation>
    </message>
    <message>
        <source>On this machine</source>
        <translation>Auf diesem Rechner</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>Downloads</translation>
    </message>
    <message>
        <source>To download</source>
        <translation>Zum Herunterladen</translation>
    </message>
    <message>
        <source>Another model: owner/name on the Hugging Face hub, or an https address</source>
        <translation>Ein anderes Modell: Besitzer/Name auf dem Hugging Face Hub oder eine https-Adresse</translation>
    </message>
    <message>
        <source>Repository or address of a model</source>
        <translation>Repository oder Adresse eines Modells</translation>
    </message>
    <message>
        <source>&amp;Download</source>
        <translation>&amp;Herunterladen</translation>
    </message>
    <message>
        <source>A folder with models</source>
        <translation>Ein Ordner mit Modellen</translation>
    </message>
    <message>
        <source>There is no model yet. Download one below, or add a folder that holds some.</source>
        <translation>Es gibt noch kein Modell. Laden Sie unten eines herunter, oder fügen Sie einen Ordner mit Modellen hinzu.</translation>
    </message>
    <message>
        <source>%1 in %2; %3 are free there</source>
        <translation>%1 in %2; %3 sind dort frei</translation>
    </message>
    <message>
        <source>The codec of %1 is not on this machine: the part that makes sound of what it says. Download it below.</source>
        <translation>Der Codec von %1 ist nicht auf diesem Rechner: der Teil, der aus dem Gesprochenen Klang macht. Laden Sie ihn unten herunter.</translation>
    </message>
</context>
<context>
    <name>parley::ui::ModelStatus</name>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Apple GPU</source>
        <translation>Apple-GPU</translation>
    </message>
    <message>
        <source>NVIDIA GPU %1</source>
        <translation>NVIDIA-GPU %1</translation>
    </message>
    <message>
        <source>%1 can&apos;t be used; %2 is used instead.</source>
        <translation>%1 ist nicht verwendbar; stattdessen wird %2 verwendet.</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>Kein Modell</translation>
    </message>
    <message>
        <source>%1, not loaded</source>
        <translation>%1, nicht geladen</translation>
    </message>
    <message>
        <source>%1, loading: %2 %</source>
        <translation>%1, wird geladen: %2 %</translation>
    </message>
    <message>
        <source>%1, not usable: %2</source>
        <translation>%1, nicht verwendbar: %2</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation>Modell: %1</translation>
    </message>
    <message>
        <source>Click to open the preferences.</source>
        <translation>Klicken Sie, um die Einstellungen zu öffnen.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be used (%3); %2 is used instead.</source>
        <translation>%1 ist nicht verwendbar (%3); stattdessen wird %2 verwendet.</translation>
    </message>
    <message>
        <source>%1, not in memory; it loads when it is to speak</source>
        <translation>%1, nicht im Speicher; es lädt, sobald es sprechen soll</translation>
    </message>
</context>
<context>
    <name>parley::ui::NonVerbalCompleter</name>
    <message>
        <source>Sounds the model knows</source>
        <translation>Geräusche, die das Modell kennt</translation>
    </message>
</context>
<context>
    <name>parley::ui::NoticeBar</name>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
</context>
<context>
    <name>parley::ui::OfferCard</name>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>Memory: %1</source>
        <translation>Speicher: %1</translation>
    </message>
    <message>
        <source>Download %1</source>
        <translation>%1 herunterladen</translation>
    </message>
</context>
<context>
    <name>parley::ui::PageHeader</name>
    <message>
        <source>Back to the voices</source>
        <translation>Zurück zu den Stimmen</translation>
    </message>
</context>
<context>
    <name>parley::ui::Player</name>
    <message>
        <source>No sound device was found. Takes can still be made and exported.</source>
        <translation>Kein Audiogerät gefunden. Fassungen lassen sich trotzdem erzeugen und exportieren.</translation>
    </message>
    <message>
        <source>The chosen sound device isn&apos;t there; %1 is used instead.</source>
        <translation>Das gewählte Audiogerät ist nicht da; stattdessen wird %1 verwendet.</translation>
    </message>
    <message>
        <source>The sound device %1 can&apos;t be used, and there is no other. Playing is paused.</source>
        <translation>Das Audiogerät %1 ist nicht verwendbar, und es gibt kein anderes. Die Wiedergabe ist angehalten.</translation>
    </message>
    <message>
        <source>The sound device %1 is gone; playing goes on with %2.</source>
        <translation>Das Audiogerät %1 ist nicht mehr da; die Wiedergabe läuft mit %2 weiter.</translation>
    </message>
</context>
<context>
    <name>parley::ui::PlayerBar</name>
    <message>
        <source>Player</source>
        <translation>Wiedergabe</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Play (Space)</source>
        <translation>Abspielen (Leertaste)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Stop and go back to the beginning</source>
        <translation>Anhalten und zum Anfang zurückgehen</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Schleife</translation>
    </message>
    <message>
        <source>Play it again and again</source>
        <translation>Immer wieder abspielen</translation>
    </message>
    <message>
        <source>Compare two takes</source>
        <translation>Zwei Fassungen vergleichen</translation>
    </message>
    <message>
        <source>Switch between two takes at the same place</source>
        <translation>An derselben Stelle zwischen zwei Fassungen wechseln</translation>
    </message>
    <message>
        <source>Place in the take</source>
        <translation>Stelle in der Fassung</translation>
    </message>
    <message>
        <source>Nothing to play yet</source>
        <translation>Noch nichts abzuspielen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Pause (Space)</source>
        <translation>Pause (Leertaste)</translation>
    </message>
    <message>
        <source>Waiting for the rest of the take</source>
        <translation>Wartet auf den Rest der Fassung</translation>
    </message>
    <message numerus="yes">
        <source>Ready to play in %n s</source>
        <translation>
            <numerusform>Abspielbar in %n s</numerusform>
            <numerusform>Abspielbar in %n s</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <extracomment>A player&apos;s clock: where it is, and how long the sound is.</extracomment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>parley::ui::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Pages of the preferences</source>
        <translation>Seiten der Einstellungen</translation>
    </message>
    <message>
        <source>Reset to de&amp;faults</source>
        <translation>Auf Stan&amp;dardwerte zurücksetzen</translation>
    </message>
</context>
<context>
    <name>parley::ui::PresetBar</name>
    <message>
        <source>Calm</source>
        <translation>Ruhig</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Voreinstellung</translation>
    </message>
    <message>
        <source>Settings under a name: choose some, or save yours. Seed and number of takes stay.</source>
        <translation>Einstellungen unter einem Namen: Wählen Sie welche, oder speichern Sie Ihre. Startwert und Zahl der Fassungen bleiben.</translation>
    </message>
    <message>
        <source>Reset all settings</source>
        <translation>Alle Einstellungen zurücksetzen</translation>
    </message>
    <message>
        <source>Sets everything here back to what the model&apos;s web page begins with.</source>
        <translation>Setzt hier alles auf die Werte zurück, mit denen die Webseite des Modells beginnt.</translation>
    </message>
    <message>
        <source>Name of the preset</source>
        <translation>Name der Voreinstellung</translation>
    </message>
    <message>
        <source>Enter saves, Esc leaves it.</source>
        <translation>Eingabe speichert, Esc bricht ab.</translation>
    </message>
    <message>
        <source>Save under this name</source>
        <translation>Unter diesem Namen speichern</translation>
    </message>
    <message>
        <source>Save the changes in “%1”</source>
        <translation>Änderungen in „%1“ speichern</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter …</translation>
    </message>
    <message>
        <source>Rename “%1”…</source>
        <translation>„%1“ umbenennen …</translation>
    </message>
    <message>
        <source>Delete “%1”</source>
        <translation>„%1“ löschen</translation>
    </message>
    <message>
        <source>%1, changed</source>
        <translation>%1, geändert</translation>
    </message>
    <message>
        <source>Own settings</source>
        <translation>Eigene Einstellungen</translation>
    </message>
    <message>
        <source>Preset: %1</source>
        <translation>Voreinstellung: %1</translation>
    </message>
    <message>
        <source>A preset needs a name.</source>
        <translation>Eine Voreinstellung braucht einen Namen.</translation>
    </message>
    <message>
        <source>This name is taken, or there are too many presets.</source>
        <translation>Dieser Name ist vergeben, oder es gibt zu viele Voreinstellungen.</translation>
    </message>
    <message>
        <source>“%1” was deleted.</source>
        <translation>„%1“ wurde gelöscht.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>As on the page</source>
        <translation>Wie auf der Webseite</translation>
    </message>
</context>
<context>
    <name>parley::ui::QueueView</name>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>What is being made and what waits, the next one first</source>
        <translation>Was erzeugt wird und was wartet, das Nächste zuerst</translation>
    </message>
    <message>
        <source>Make earlier</source>
        <translation>Früher erzeugen</translation>
    </message>
    <message>
        <source>Make later</source>
        <translation>Später erzeugen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Remove from the queue</source>
        <translation>Aus der Warteschlange entfernen</translation>
    </message>
    <message>
        <source>Clear what has ended</source>
        <translation>Beendetes entfernen</translation>
    </message>
    <message>
        <source>“%1” could not be made. %2</source>
        <translation>„%1“ konnte nicht erzeugt werden. %2</translation>
    </message>
    <message>
        <source>Nothing is waiting. You can order more takes while one is being made; they line up here.</source>
        <translation>Die Warteschlange ist leer. Während eine Fassung erzeugt wird, können Sie weitere in Auftrag geben; sie reihen sich hier ein.</translation>
    </message>
</context>
<context>
    <name>parley::ui::RecordPage</name>
    <message>
        <source>Record a voice</source>
        <translation>Stimme aufnehmen</translation>
    </message>
    <message>
        <source>Speak 5 to 10 seconds, as you want to be heard, in a quiet room. Recording stops by itself after 20 seconds.</source>
        <translation>Sprechen Sie 5 bis 10 Sekunden so, wie Sie klingen möchten, in einem ruhigen Raum. Die Aufnahme endet nach 20 Sekunden von selbst.</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Pegel</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Mikrofon</translation>
    </message>
    <message>
        <source>No microphone was found.</source>
        <translation>Kein Mikrofon gefunden.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Erneut suchen</translation>
    </message>
    <message>
        <source>Add a file</source>
        <translation>Datei hinzufügen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>%1 s of %2 s</source>
        <translation>%1 s von %2 s</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Aufnehmen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Mic&amp;rophone</source>
        <translation>&amp;Mikrofon</translation>
    </message>
</context>
<context>
    <name>parley::ui::ScriptEditor</name>
    <message>
        <source>Script</source>
        <translation>Skript</translation>
    </message>
    <message>
        <source>The dialogue to be spoken. Enter begins the next turn, an opening parenthesis lists the sounds that the model knows.</source>
        <translation>Der Dialog, der gesprochen wird. Die Eingabetaste beginnt den nächsten Beitrag, eine öffnende Klammer zeigt die Geräusche, die das Modell kennt.</translation>
    </message>
    <message>
        <source>Write a dialogue. Enter begins the next turn; ( lists the sounds.</source>
        <translation>Schreiben Sie einen Dialog. Die Eingabetaste beginnt den nächsten Beitrag; ( zeigt die Geräusche.</translation>
    </message>
    <message>
        <source>The text to paste is longer than %1 characters, so it was left out.</source>
        <translation>Der einzufügende Text hat mehr als %1 Zeichen und wurde deshalb weggelassen.</translation>
    </message>
</context>
<context>
    <name>parley::ui::ScriptFiles</name>
    <message>
        <source>Open a text file</source>
        <translation>Textdatei öffnen</translation>
    </message>
    <message>
        <source>Text files (*.txt *.text *.md)</source>
        <translation>Textdateien (*.txt *.text *.md)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Save the script</source>
        <translation>Skript speichern</translation>
    </message>
    <message>
        <source>Text files (*.txt)</source>
        <translation>Textdateien (*.txt)</translation>
    </message>
    <message>
        <source>Script.txt</source>
        <translation>Skript.txt</translation>
    </message>
</context>
<context>
    <name>parley::ui::ScriptMeter</name>
    <message>
        <source>Length of the script</source>
        <translation>Länge des Skripts</translation>
    </message>
    <message>
        <source>Bytes used</source>
        <translation>Verwendete Bytes</translation>
    </message>
    <message>
        <source>Seconds expected</source>
        <translation>Erwartete Sekunden</translation>
    </message>
    <message>
        <source>%1 of %2 bytes</source>
        <translation>%1 von %2 Bytes</translation>
    </message>
    <message>
        <source>What the model reads: the script with %1 bytes and the voice&apos;s text with %2. A tag counts as one byte.</source>
        <translation>Was das Modell liest: das Skript mit %1 Bytes und den Text der Stimme mit %2. Eine Sprechermarke zählt als ein Byte.</translation>
    </message>
    <message>
        <source>about %1 of %2 s</source>
        <translation>etwa %1 von %2 s</translation>
    </message>
    <message>
        <source>Speech is expected to take this long, at %1 characters a second. The setting “Length” and the voice decide how long it can be.</source>
        <translation>So lange wird das Gesprochene voraussichtlich dauern, bei %1 Zeichen pro Sekunde. Wie lang es werden kann, bestimmen die Einstellung „Länge“ und die Stimme.</translation>
    </message>
</context>
<context>
    <name>parley::ui::ScriptPanel</name>
    <message>
        <source>Script</source>
        <translation>Skript</translation>
    </message>
    <message>
        <source>%1 became [S1] and %2 became [S2].</source>
        <translation>%1 wurde zu [S1] und %2 zu [S2].</translation>
    </message>
    <message>
        <source>A script has two speakers, so these names stay in the text: %1.</source>
        <translation>Ein Skript hat zwei Sprecher, deshalb bleiben diese Namen im Text: %1.</translation>
    </message>
    <message>
        <source>“%1” was not opened. %2</source>
        <translation>„%1“ wurde nicht geöffnet. %2</translation>
    </message>
    <message>
        <source>The script is saved in %1.</source>
        <translation>Das Skript ist in %1 gespeichert.</translation>
    </message>
    <message>
        <source>“%1” was not saved. %2</source>
        <translation>„%1“ wurde nicht gespeichert. %2</translation>
    </message>
    <message>
        <source>“%1” is open.</source>
        <translation>„%1“ ist geöffnet.</translation>
    </message>
    <message>
        <source>It is not in Unicode and was read as Western European; look over its special characters.</source>
        <translation>Die Datei ist nicht in Unicode und wurde als westeuropäisch gelesen; prüfen Sie die Sonderzeichen.</translation>
    </message>
    <message>
        <source>Keep as written</source>
        <translation>Behalten, wie geschrieben</translation>
    </message>
    <message>
        <source>Bring back the script before</source>
        <translation>Voriges Skript zurückholen</translation>
    </message>
    <message>
        <source>The pasted text was changed since; undo brings it back.</source>
        <translation>Der eingefügte Text wurde inzwischen geändert; „Rückgängig“ holt ihn zurück.</translation>
    </message>
    <message>
        <source>Keep as pasted</source>
        <translation>Behalten, wie eingefügt</translation>
    </message>
    <message>
        <source>What did not fit was taken off the end.</source>
        <translation>Was nicht passte, wurde am Ende weggenommen.</translation>
    </message>
    <message>
        <source>Copy the rest</source>
        <translation>Rest kopieren</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>The example took the place of your script.</source>
        <translation>Das Beispiel hat Ihr Skript ersetzt.</translation>
    </message>
    <message>
        <source>Open another…</source>
        <translation>Andere öffnen …</translation>
    </message>
    <message>
        <source>Save elsewhere…</source>
        <translation>Anderswo speichern …</translation>
    </message>
</context>
<context>
    <name>parley::ui::ScriptReview</name>
    <message>
        <source>Fix all</source>
        <translation>Alle beheben</translation>
    </message>
    <message>
        <source>Applies every fix that takes no words away.</source>
        <translation>Behebt alles, was ohne Verlust von Wörtern geht.</translation>
    </message>
    <message>
        <source>Ready to be spoken.</source>
        <translation>Bereit, gesprochen zu werden.</translation>
    </message>
    <message numerus="yes">
        <source>Can be spoken, with %n remark(s).</source>
        <translation>
            <numerusform>Kann gesprochen werden, mit %n Hinweis.</numerusform>
            <numerusform>Kann gesprochen werden, mit %n Hinweisen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::ui::ScriptToolBar</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>parley::ui::SeedControl</name>
    <message>
        <source>a new one</source>
        <translation>ein neuer</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>The number that a performance grows from. The same seed with the same script, voice and settings makes the same take again; another seed makes another one. -1 draws a new one for every take.</source>
        <translation>Die Zahl, aus der ein Vortrag entsteht. Derselbe Startwert ergibt mit demselben Skript, derselben Stimme und denselben Einstellungen wieder dieselbe Fassung; ein anderer ergibt eine andere. -1 lost für jede Fassung einen neuen aus.</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>Auslosen</translation>
    </message>
    <message>
        <source>Draw a seed for every take</source>
        <translation>Für jede Fassung einen Startwert auslosen</translation>
    </message>
    <message>
        <source>On: every take gets a new seed and sounds different. Off: the seed in the field is used.</source>
        <translation>Ein: Jede Fassung bekommt einen neuen Startwert und klingt anders. Aus: Der Startwert im Feld wird verwendet.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Keep the last seed</source>
        <translation>Letzten Startwert behalten</translation>
    </message>
    <message>
        <source>Uses the seed of the last take again, to change one thing and leave the rest.</source>
        <translation>Verwendet den Startwert der letzten Fassung wieder, um eines zu ändern und den Rest zu lassen.</translation>
    </message>
    <message>
        <source>Last: %1</source>
        <translation>Letzter: %1</translation>
    </message>
</context>
<context>
    <name>parley::ui::SoundPage</name>
    <message>
        <source>At once, with gaps where the sound runs out</source>
        <translation>Sofort, mit Lücken, wo der Ton ausgeht</translation>
    </message>
    <message>
        <source>As soon as it can play without gaps</source>
        <translation>Sobald sie ohne Lücken läuft</translation>
    </message>
    <message>
        <source>When it is finished</source>
        <translation>Wenn sie fertig ist</translation>
    </message>
    <message>
        <source>Only when I press play</source>
        <translation>Nur wenn ich sie abspiele</translation>
    </message>
    <message>
        <source>Playback</source>
        <translation>Wiedergabe</translation>
    </message>
    <message>
        <source>Sound &amp;device</source>
        <translation>Audio&amp;gerät</translation>
    </message>
    <message>
        <source>&amp;Play a new take</source>
        <translation>Neue Fassung ab&amp;spielen</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>As the system: %1</source>
        <translation>Wie das System: %1</translation>
    </message>
    <message>
        <source>No sound device was found, so takes can&apos;t be heard here. They are made, kept and exported all the same.</source>
        <translation>Kein Audiogerät gefunden; Fassungen sind hier nicht zu hören. Erzeugt, aufbewahrt und exportiert werden sie trotzdem.</translation>
    </message>
</context>
<context>
    <name>parley::ui::SpeedControl</name>
    <message>
        <source> ×</source>
        <comment>times, behind a tempo</comment>
        <translation> ×</translation>
    </message>
    <message>
        <source>Playback speed</source>
        <translation>Wiedergabetempo</translation>
    </message>
    <message>
        <source>Plays faster or slower with the same pitch, without making the take again</source>
        <translation>Spielt bei gleicher Tonhöhe schneller oder langsamer, ohne die Fassung neu zu erzeugen</translation>
    </message>
    <message>
        <source>Back to the usual speed</source>
        <translation>Zurück zum normalen Tempo</translation>
    </message>
</context>
<context>
    <name>parley::ui::TakeActions</name>
    <message>
        <source>Compare the two (A/B)</source>
        <translation>Beide vergleichen (A/B)</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen …</translation>
    </message>
    <message>
        <source>Write a note…</source>
        <translation>Notiz schreiben …</translation>
    </message>
    <message>
        <source>Restore script and settings</source>
        <translation>Skript und Einstellungen wiederherstellen</translation>
    </message>
    <message>
        <source>Keep this voice</source>
        <translation>Diese Stimme behalten</translation>
    </message>
    <message>
        <source>Copy the seed</source>
        <translation>Startwert kopieren</translation>
    </message>
    <message>
        <source>Copy as sound file</source>
        <translation>Als Tondatei kopieren</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Export as</source>
        <translation>Exportieren als</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Undo deleting</source>
        <translation>Löschen rückgängig machen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Take the star away</source>
        <translation>Stern entfernen</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Mit Stern markieren</translation>
    </message>
    <message numerus="yes">
        <source>Export %n take(s)…</source>
        <translation>
            <numerusform>%n Fassung exportieren …</numerusform>
            <numerusform>%n Fassungen exportieren …</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::ui::TakeDelegate</name>
    <message>
        <source>Name of the take</source>
        <translation>Name der Fassung</translation>
    </message>
    <message>
        <source>Note on the take</source>
        <translation>Notiz zur Fassung</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Pause (Space)</source>
        <translation>Pause (Leertaste)</translation>
    </message>
    <message>
        <source>Play (Space)</source>
        <translation>Abspielen (Leertaste)</translation>
    </message>
    <message>
        <source>Take the star away (S)</source>
        <translation>Stern entfernen (S)</translation>
    </message>
    <message>
        <source>Star (S)</source>
        <translation>Mit Stern markieren (S)</translation>
    </message>
    <message>
        <source>Click to play from here</source>
        <translation>Klicken Sie, um ab hier abzuspielen</translation>
    </message>
    <message>
        <source>Voice: %1</source>
        <translation>Stimme: %1</translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation>Modell: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n take(s)</source>
        <translation>
            <numerusform>%n Fassung</numerusform>
            <numerusform>%n Fassungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::ui::TakeExporter</name>
    <message>
        <source>There is no finished sound to export.</source>
        <translation>Es gibt keinen fertigen Ton zum Exportieren.</translation>
    </message>
    <message>
        <source>Export take</source>
        <translation>Fassung exportieren</translation>
    </message>
    <message numerus="yes">
        <source>Export %n take(s) as %1: choose a folder</source>
        <translation>
            <numerusform>%n Fassung als %1 exportieren: Ordner wählen</numerusform>
            <numerusform>%n Fassungen als %1 exportieren: Ordner wählen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Exporting %n take(s)…</source>
        <translation>
            <numerusform>%n Fassung wird exportiert …</numerusform>
            <numerusform>%n Fassungen werden exportiert …</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Exported as “%1”.</source>
        <translation>Als „%1“ exportiert.</translation>
    </message>
    <message numerus="yes">
        <source>%n take(s) exported.</source>
        <translation>
            <numerusform>%n Fassung wurde exportiert.</numerusform>
            <numerusform>%n Fassungen wurden exportiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>The script is too long for this format&apos;s notes, so it is not in the file.</source>
        <translation>Das Skript ist für die Notizen dieses Formats zu lang und steht deshalb nicht in der Datei.</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner anzeigen</translation>
    </message>
    <message>
        <source>The take could not be exported.</source>
        <translation>Die Fassung konnte nicht exportiert werden.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n take(s) could not be exported.</source>
        <translation>
            <numerusform>%1 von %n Fassung konnte nicht exportiert werden.</numerusform>
            <numerusform>%1 von %n Fassungen konnten nicht exportiert werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Save elsewhere…</source>
        <translation>Anderswo speichern …</translation>
    </message>
</context>
<context>
    <name>parley::ui::TakeLibrary</name>
    <message>
        <source>Its sound file is gone.</source>
        <translation>Die Tondatei fehlt.</translation>
    </message>
    <message>
        <source>Its sound file can&apos;t be read. %1</source>
        <translation>Die Tondatei kann nicht gelesen werden. %1</translation>
    </message>
</context>
<context>
    <name>parley::ui::TakeModel</name>
    <message numerus="yes">
        <source>%1, %n take(s)</source>
        <translation>
            <numerusform>%1, %n Fassung</numerusform>
            <numerusform>%1, %n Fassungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::ui::TakeTree</name>
    <message>
        <source>Takes</source>
        <translation>Fassungen</translation>
    </message>
    <message>
        <source>Takes by script, newest first. Space plays, S stars, F2 renames, Delete deletes.</source>
        <translation>Fassungen nach Skript, neueste zuerst. Leertaste spielt ab, S setzt einen Stern, F2 benennt um, Entf löscht.</translation>
    </message>
</context>
<context>
    <name>parley::ui::TakesPanel</name>
    <message>
        <source>Find takes</source>
        <translation>Fassungen suchen</translation>
    </message>
    <message>
        <source>Shows the takes whose script, name or note has these words.</source>
        <translation>Zeigt die Fassungen, deren Skript, Name oder Notiz diese Wörter enthält.</translation>
    </message>
    <message>
        <source>Find in scripts, names and notes</source>
        <translation>In Skripten, Namen und Notizen suchen</translation>
    </message>
    <message>
        <source>Starred takes only</source>
        <translation>Nur Fassungen mit Stern</translation>
    </message>
    <message>
        <source>Your takes appear here, newest first. Write a script and make the first one.</source>
        <translation>Hier erscheinen Ihre Fassungen, die neueste zuerst. Schreiben Sie ein Skript, und erzeugen Sie die erste.</translation>
    </message>
    <message>
        <source>Show all takes</source>
        <translation>Alle Fassungen zeigen</translation>
    </message>
    <message>
        <source>No take fits what you are looking for.</source>
        <translation>Keine Fassung passt zu Ihrer Suche.</translation>
    </message>
    <message numerus="yes">
        <source>%n take(s) deleted.</source>
        <translation>
            <numerusform>%n Fassung wurde gelöscht.</numerusform>
            <numerusform>%n Fassungen wurden gelöscht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message numerus="yes">
        <source>%n sound file(s) on the clipboard.</source>
        <translation>
            <numerusform>%n Tondatei liegt in der Zwischenablage.</numerusform>
            <numerusform>%n Tondateien liegen in der Zwischenablage.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::ui::VoiceEditor</name>
    <message>
        <source>New voice</source>
        <translation>Neue Stimme</translation>
    </message>
    <message>
        <source>Edit voice</source>
        <translation>Stimme bearbeiten</translation>
    </message>
    <message>
        <source>%1 s to %2 s of %3 s</source>
        <translation>%1 s bis %2 s von %3 s</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>S&amp;peichern</translation>
    </message>
    <message>
        <source>&amp;Save as a new voice</source>
        <translation>Als neue Stimme s&amp;peichern</translation>
    </message>
    <message>
        <source>&amp;Play this part</source>
        <translation>Diesen Teil abspie&amp;len</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Sound of the voice, with the chosen part</source>
        <translation>Ton der Stimme mit dem gewählten Teil</translation>
    </message>
    <message>
        <source>Play the chosen part</source>
        <translation>Gewählten Teil abspielen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Name of the voice</source>
        <translation>Name der Stimme</translation>
    </message>
    <message>
        <source>What is said in the chosen part</source>
        <translation>Was im gewählten Teil gesagt wird</translation>
    </message>
    <message>
        <source>[S1] What is said, word for word. [S2] And what the other one says.</source>
        <translation>[S1] Was gesagt wird, Wort für Wort. [S2] Und was die andere Person sagt.</translation>
    </message>
    <message>
        <source>Fix the speaker tags</source>
        <translation>Sprechermarken korrigieren</translation>
    </message>
    <message>
        <source>Who speaks as S1</source>
        <translation>Wer als S1 spricht</translation>
    </message>
    <message>
        <source>Who speaks as S2</source>
        <translation>Wer als S2 spricht</translation>
    </message>
    <message>
        <source>If there is a second one</source>
        <translation>Falls es zwei sind</translation>
    </message>
    <message>
        <source>Save the voice</source>
        <translation>Stimme speichern</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>S&amp;1 is</source>
        <translation>S&amp;1 ist</translation>
    </message>
    <message>
        <source>S&amp;2 is</source>
        <translation>S&amp;2 ist</translation>
    </message>
    <message>
        <source>Fi&amp;x the tags</source>
        <translation>Sprecher&amp;marken korrigieren</translation>
    </message>
    <message>
        <source>What is said in the ch&amp;osen part</source>
        <translation>&amp;Was im gewählten Teil gesagt wird</translation>
    </message>
</context>
<context>
    <name>parley::ui::VoiceLibrary</name>
    <message>
        <source>Voice</source>
        <translation>Stimme</translation>
    </message>
</context>
<context>
    <name>parley::ui::VoiceListModel</name>
    <message>
        <source>S1: %1</source>
        <translation>S1: %1</translation>
    </message>
    <message>
        <source>S2: %1</source>
        <translation>S2: %1</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>No voice</source>
        <translation>Keine Stimme</translation>
    </message>
    <message>
        <source>The model picks one</source>
        <translation>Das Modell wählt eine</translation>
    </message>
</context>
<context>
    <name>parley::ui::VoiceListPage</name>
    <message>
        <source>Voice</source>
        <translation>Stimme</translation>
    </message>
    <message>
        <source>&amp;Listen</source>
        <translation>&amp;Anhören</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Bearbeiten …</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Voices</source>
        <translation>Stimmen</translation>
    </message>
    <message>
        <source>S&amp;how in folder</source>
        <translation>Im Ordner an&amp;zeigen</translation>
    </message>
</context>
<context>
    <name>parley::ui::VoicePanel</name>
    <message>
        <source>Use only voices whose owners agree.</source>
        <translation>Verwenden Sie nur Stimmen von Menschen, die damit einverstanden sind.</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Verstanden</translation>
    </message>
    <message>
        <source>Add a voice</source>
        <translation>Stimme hinzufügen</translation>
    </message>
    <message>
        <source>Sounds and videos (%1)</source>
        <translation>Ton und Video (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Add a folder of sounds with their texts</source>
        <translation>Ordner mit Tondateien und ihren Texten hinzufügen</translation>
    </message>
    <message>
        <source>The voice “%1” is no longer there. The model picks one now.</source>
        <translation>Die Stimme „%1“ ist nicht mehr da. Jetzt wählt das Modell eine.</translation>
    </message>
    <message>
        <source>“%1” was deleted.</source>
        <translation>„%1“ wurde gelöscht.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>This can&apos;t be used as a voice. %1</source>
        <translation>Das lässt sich nicht als Stimme verwenden. %1</translation>
    </message>
    <message>
        <source>&amp;Add a voice from a file…</source>
        <translation>&amp;Stimme aus Datei hinzufügen …</translation>
    </message>
    <message>
        <source>Add a &amp;folder of voices…</source>
        <translation>&amp;Ordner mit Stimmen hinzufügen …</translation>
    </message>
    <message>
        <source>&amp;Record a voice…</source>
        <translation>Stimme auf&amp;nehmen …</translation>
    </message>
    <message>
        <source>&amp;Undo deleting a voice</source>
        <translation>Löschen einer Stimme &amp;rückgängig machen</translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation>%1 wird gelesen …</translation>
    </message>
    <message>
        <source>The new voice was not saved.</source>
        <translation>Die neue Stimme wurde nicht gespeichert.</translation>
    </message>
    <message>
        <source>The changes were not saved.</source>
        <translation>Die Änderungen wurden nicht gespeichert.</translation>
    </message>
    <message>
        <source>Back to it</source>
        <translation>Zurück zur Bearbeitung</translation>
    </message>
    <message>
        <source>Recording of %1</source>
        <translation>Aufnahme von %1</translation>
    </message>
</context>
<context>
    <name>parley::ui::VoiceSounds</name>
    <message>
        <source>Its sound can&apos;t be read. %1</source>
        <translation>Der Ton kann nicht gelesen werden. %1</translation>
    </message>
</context>
<context>
    <name>parley::ui::VolumeControl</name>
    <message>
        <source>Volume</source>
        <translation>Lautstärke</translation>
    </message>
    <message>
        <source>Turn the sound on</source>
        <translation>Ton einschalten</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Stummschalten</translation>
    </message>
    <message>
        <source>Volume: %1 %</source>
        <translation>Lautstärke: %1 %</translation>
    </message>
</context>
<context>
    <name>parley::ui::WaveformView</name>
    <message>
        <source>%1 of %2 seconds</source>
        <translation>%1 von %2 Sekunden</translation>
    </message>
    <message>
        <source>Waveform</source>
        <translation>Wellenform</translation>
    </message>
    <message>
        <source>Chosen: from %1 to %2 seconds. Tab goes to the handles.</source>
        <translation>Gewählt: von %1 bis %2 Sekunden. Tab führt zu den Griffen.</translation>
    </message>
    <message>
        <source>%1: beginning of the chosen part</source>
        <translation>%1: Anfang des gewählten Teils</translation>
    </message>
    <message>
        <source>%1: end of the chosen part</source>
        <translation>%1: Ende des gewählten Teils</translation>
    </message>
</context>
</TS>
