package org.superbill.x12.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.superbill.x12.X12Handler;
import org.superbill.x12.X12Reader;
import org.superbill.x12.generate.GeneratedFile;

/** A generated file, which is deleted when it has been used. */
record InputFile(Path path) implements AutoCloseable {
    static InputFile of(GeneratedFile generated, long bytes) throws IOException {
        long begin = System.nanoTime();
        var file = new InputFile(Files.createTempFile("x12-bench", ".x12"));
        try (var out = new BufferedOutputStream(Files.newOutputStream(file.path), 1 << 16)) {
            long claims = generated.write(out, 1, bytes);
            System.out.printf(
                    Locale.ROOT,
                    "%d MB with %d claims, built and written in %d s%n",
                    bytes / Bench.MEGABYTE,
                    claims,
                    (System.nanoTime() - begin) / 1_000_000_000);
        } catch (IOException e) {
            file.close();
            throw e;
        }
        return file;
    }

    /** @return its size in bytes */
    long read(X12Reader reader, X12Handler handler) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            reader.read(in, handler);
        }
        return size();
    }

    long size() throws IOException {
        return Files.size(path);
    }

    @Override
    public void close() throws IOException {
        Files.delete(path);
    }
}
