package org.superbill.x12.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.util.Locale;
import org.superbill.x12.X12Exception;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What stands on the command line, and what becomes of it: no exception reaches the user. */
@Command(
        name = "x12",
        description =
                "Reads, checks and writes the X12 transactions of the revenue cycle: 837P, 837I, 835, 999, TA1, 277CA,"
                        + " 270, 271, 276 and 277 of version 005010.",
        mixinStandardHelpOptions = true,
        subcommands = {
            CheckCommand.class,
            JsonCommand.class,
            X12Command.class,
            RoundTripCommand.class,
            SummaryCommand.class,
            AckCommand.class,
            RedactCommand.class,
            GenerateCommand.class
        },
        footer = {
            "",
            "FILE may be - for standard input. Values of a file are masked in what is said of it, unless --show-values is given."
        })
public final class Main implements Runnable {
    /** All is well. */
    static final int GOOD = 0;
    /** The file was read, and something is wrong with it. */
    static final int FAULTS = 1;
    /** The file cannot be read, or the command line is wrong. */
    static final int UNREADABLE = 2;
    /** A fault of this program. */
    static final int INTERNAL = 3;

    private final InputStream in;
    private final OutputStream out;
    private final PrintWriter err;
    private final Clock clock;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private Main(InputStream in, OutputStream out, OutputStream err, Clock clock) {
        this.in = in;
        this.out = out;
        this.err = new PrintWriter(err, true, StandardCharsets.UTF_8);
        this.clock = clock;
    }

    public static void main(String[] arguments) {
        Locale.setDefault(Locale.ROOT);
        var in = new FileInputStream(FileDescriptor.in);
        var out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16);
        var err = new FileOutputStream(FileDescriptor.err);
        System.exit(run(in, out, err, Clock.systemDefaultZone(), arguments));
    }

    /** @return the exit code; the streams stay open */
    public static int run(InputStream in, OutputStream out, OutputStream err, Clock clock, String... arguments) {
        var main = new Main(in, out, err, clock);
        var line = new CommandLine(main);
        line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
        line.setErr(main.err);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((exception, command, parsed) -> main.failed(exception));
        int code;
        try {
            code = line.execute(arguments);
        } catch (OutOfMemoryError e) {
            code = main.say("There is not enough memory for this file");
        }
        try {
            out.flush();
        } catch (IOException e) {
            return UNREADABLE; // whoever read our output has gone
        }
        return code;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }

    InputStream in() {
        return in;
    }

    OutputStream out() {
        return out;
    }

    PrintWriter err() {
        return err;
    }

    Clock clock() {
        return clock;
    }

    private int failed(Exception exception) {
        Exception cause = exception instanceof UncheckedIOException unchecked && unchecked.getCause() != null
                ? unchecked.getCause()
                : exception;
        if (cause instanceof NoSuchFileException file) {
            return say("There is no file " + file.getFile());
        }
        if (cause instanceof AccessDeniedException file) {
            return say("The file " + file.getFile() + " may not be read or written");
        }
        if (cause instanceof FileSystemException file) {
            return say("The file %s cannot be used: %s".formatted(file.getFile(), file.getReason()));
        }
        if (cause instanceof Refused || cause instanceof X12Exception) {
            return say(String.valueOf(cause.getMessage()));
        }
        if (cause instanceof IOException) {
            return say("Reading or writing failed: " + cause.getMessage());
        }
        say("This is a fault of the program: " + cause.getClass().getName() + at(cause));
        return INTERNAL;
    }

    /** Where a fault of the program is, in one line; its message may have data of the file and is left out. */
    private static String at(Throwable cause) {
        var trace = cause.getStackTrace();
        return trace.length == 0 ? "" : " at " + trace[0];
    }

    private int say(String message) {
        err.println("x12: " + message);
        return UNREADABLE;
    }
}
