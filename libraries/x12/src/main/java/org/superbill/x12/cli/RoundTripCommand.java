package org.superbill.x12.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.Interchange;
import org.superbill.x12.X12Exception;
import org.superbill.x12.json.JsonToX12;
import org.superbill.x12.json.X12ToJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Reads a file, writes it again and compares. */
@Command(
        name = "roundtrip",
        description =
                "Reads a file, writes it again and compares the two, segment by segment. Exit 0: equal, 1: different.",
        mixinStandardHelpOptions = true)
final class RoundTripCommand implements Callable<Integer> {
    private static final int PIPE = 1 << 16;

    @ParentCommand
    private @Nullable Main main;

    @Mixin
    private InputFile input = new InputFile();

    @Option(names = "--json", description = "by way of the JSON form")
    private boolean json;

    @Option(names = "--show-values", description = "shows the segments that differ")
    private boolean showValues;

    @Override
    public Integer call() throws IOException {
        var comparison = new Comparison();
        int interchanges;
        try (var in = input.open(Commands.main(main))) {
            interchanges = json ? byJson(in, comparison) : directly(in, comparison);
        }
        var difference = comparison.end();
        var out = new PrintWriter(Commands.main(main).out(), false, StandardCharsets.UTF_8);
        int code = report(out, interchanges, comparison, difference);
        out.flush();
        return code;
    }

    private int directly(ProgressInput in, Comparison comparison) throws IOException {
        var copy = new CopyHandler(comparison.writing(), input.charset(), "", in);
        input.reader().read(comparison.reading(in), copy);
        return copy.interchanges();
    }

    /** One thread reads X12 and writes JSON, this one reads the JSON and writes X12. */
    private int byJson(ProgressInput in, Comparison comparison) throws IOException {
        var pipe = new PipedOutputStream();
        try (var jsonIn = new PipedInputStream(pipe, PIPE)) {
            var reading = CompletableFuture.supplyAsync(() -> toJson(comparison.reading(in), pipe));
            X12Exception refused = null;
            try {
                JsonToX12.convert(jsonIn, comparison.writing(), input.charset(), "");
            } catch (X12Exception e) {
                refused = e;
                jsonIn.transferTo(OutputStream.nullOutputStream());
            }
            int interchanges = join(reading);
            if (refused != null && comparison.end() == null) {
                throw refused;
            }
            return interchanges;
        }
    }

    private int toJson(InputStream in, OutputStream pipe) {
        try (pipe;
                var handler = new CountingJson(pipe)) {
            input.reader().read(in, handler);
            return handler.interchanges;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int join(CompletableFuture<Integer> reading) throws IOException {
        try {
            return reading.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof UncheckedIOException io) {
                throw io.getCause();
            }
            throw e;
        }
    }

    private static final class CountingJson extends X12ToJson {
        private int interchanges;

        private CountingJson(OutputStream out) throws IOException {
            super(out, false);
        }

        @Override
        public void startInterchange(Interchange interchange) {
            interchanges++;
            super.startInterchange(interchange);
        }
    }

    private int report(
            PrintWriter out, int interchanges, Comparison comparison, Comparison.@Nullable Difference difference) {
        if (interchanges == 0) {
            out.printf("%s: unreadable, there is no interchange in it%n", input.name());
            return Main.UNREADABLE;
        }
        if (difference == null) {
            out.printf("%s: equal, %d segments%n", input.name(), comparison.equal());
            return Main.GOOD;
        }
        out.printf("%s: different at segment %d of the file%n", input.name(), difference.segment());
        say(out, "read", difference.read());
        say(out, "written", difference.written());
        return Main.FAULTS;
    }

    private void say(PrintWriter out, String side, byte @Nullable [] segment) {
        if (segment == null) {
            out.printf("  %-7s nothing more%n", side);
            return;
        }
        var text = Masking.plain(Comparison.text(segment));
        int end = 0;
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        var id = text.substring(0, Math.min(3, end));
        out.printf("  %-7s %s%n", side, showValues ? text : id + ", " + segment.length + " bytes");
    }
}
