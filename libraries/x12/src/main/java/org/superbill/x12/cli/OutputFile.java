package org.superbill.x12.cli;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a command writes to. A file appears under its name only when it is complete. */
final class OutputFile {
    @Option(names = "--output", paramLabel = "FILE", description = "writes to this file instead of standard output")
    private @Nullable Path output;

    /** Writes into a stream. */
    interface Writing<T> {
        T write(OutputStream out) throws IOException;
    }

    <T> T write(Main main, Writing<T> writing) throws IOException {
        var target = output;
        if (target == null) {
            var out = new NotClosing(main.out());
            var result = writing.write(out);
            out.flush();
            return result;
        }
        if (Files.isDirectory(target)) {
            throw new Refused(target + " is a directory");
        }
        var part = target.resolveSibling(target.getFileName() + ".part");
        try {
            T result;
            try (var out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16)) {
                result = writing.write(out);
            }
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            return result;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static final class NotClosing extends FilterOutputStream {
        private NotClosing(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
