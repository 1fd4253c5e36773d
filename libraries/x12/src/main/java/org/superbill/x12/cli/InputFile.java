package org.superbill.x12.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.superbill.x12.X12Reader;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The file that a command reads, or standard input. */
final class InputFile {
    @Parameters(paramLabel = "FILE", description = "the file, - for standard input")
    private String file = "-";

    @Option(names = "--charset", paramLabel = "NAME", description = "the file's encoding, UTF-8 unless told otherwise")
    private String charset = "UTF-8";

    @Option(names = "--quiet", description = "no progress on standard error")
    private boolean quiet;

    Charset charset() {
        try {
            return Charset.forName(charset);
        } catch (IllegalArgumentException e) {
            throw new Refused("There is no such encoding here");
        }
    }

    String name() {
        return file.equals("-") ? "standard input" : file;
    }

    boolean isStandardInput() {
        return file.equals("-");
    }

    /** @throws Refused when it is no file */
    Path path() throws IOException {
        try {
            var path = Path.of(file);
            if (!Files.exists(path)) {
                throw new NoSuchFileException(file);
            }
            if (Files.isDirectory(path)) {
                throw new Refused(file + " is a directory");
            }
            return path;
        } catch (InvalidPathException e) {
            throw new Refused("That is no name of a file");
        }
    }

    /** Standard input is not closed with it. */
    ProgressInput open(Main main) throws IOException {
        if (isStandardInput()) {
            return new ProgressInput(new NotClosing(main.in()), main, quiet, -1);
        }
        var path = path();
        return new ProgressInput(Files.newInputStream(path), main, quiet, Files.size(path));
    }

    X12Reader reader() {
        return X12Reader.streaming().decoding(charset());
    }

    private static final class NotClosing extends InputStream {
        private final InputStream in;

        private NotClosing(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            return in.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return in.read(bytes, offset, length);
        }
    }
}
