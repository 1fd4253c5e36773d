package org.superbill.x12.bench;

import io.xlate.edi.stream.EDIInputFactory;
import java.io.BufferedInputStream;
import java.nio.file.Files;
import org.superbill.x12.X12Reader;

/** How fast claims are read, typed, against StAEDI's bare event loop, which knows no more than its control schema. */
final class ReadBench {
    private ReadBench() {}

    static void run(String type, InputFile file) throws Exception {
        var race = Race.between(() -> Tally.read(type, file, X12Reader.streaming()), () -> bare(file));
        race.print("x12." + type + ".read");
        Bench.print("x12." + type + ".read.mb_per_s", race.one(), "MB/s");
        Bench.print("x12." + type + ".bare.mb_per_s", race.other(), "MB/s");
    }

    private static long bare(InputFile file) throws Exception {
        try (var in = new BufferedInputStream(Files.newInputStream(file.path()), 1 << 16);
                var reader = EDIInputFactory.newFactory().createEDIStreamReader(in)) {
            while (reader.hasNext()) {
                reader.next();
            }
        }
        return file.size();
    }
}
