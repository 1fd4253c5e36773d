package org.superbill.x12.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** One run of the command with its streams caught. */
record Command(int exit, String out, String err) {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T09:30:00Z"), ZoneOffset.UTC);

    static Command run(String... arguments) {
        return piped(new byte[0], arguments);
    }

    static Command piped(String in, String... arguments) {
        return piped(in.getBytes(StandardCharsets.UTF_8), arguments);
    }

    /** x12 NAME FILE options … */
    static Command on(Path file, String name, String... options) {
        var arguments = new String[options.length + 2];
        arguments[0] = name;
        arguments[1] = file.toString();
        System.arraycopy(options, 0, arguments, 2, options.length);
        return run(arguments);
    }

    static Command piped(byte[] in, String... arguments) {
        return piped(new ByteArrayInputStream(in), arguments);
    }

    static Command piped(InputStream in, String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int exit = Main.run(in, out, err, CLOCK, arguments);
        return new Command(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
