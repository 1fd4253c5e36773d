package org.superbill.x12.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.FunctionalGroup;
import org.superbill.x12.Interchange;
import org.superbill.x12.TransactionSet;
import org.superbill.x12.Unit;
import org.superbill.x12.X12Error;
import org.superbill.x12.X12Handler;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Says what is wrong with a file. */
@Command(
        name = "check",
        description = "Checks a file by the guides. Exit 0: valid, 1: errors, 2: unreadable.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    private enum Format {
        TEXT,
        JSON
    }

    @ParentCommand
    private @Nullable Main main;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private InputFile input = new InputFile();

    @Mixin
    private OutputFile output = new OutputFile();

    @Option(names = "--snip", paramLabel = "N", description = "SNIP levels 1 to N, 1 to 5; 3 unless told otherwise")
    private int snip = 3;

    @Option(names = "--format", paramLabel = "text|json", description = "text unless told otherwise")
    private Format format = Format.TEXT;

    @Option(names = "--show-values", description = "shows the values that are wrong")
    private boolean showValues;

    @Override
    public Integer call() throws IOException {
        if (snip < 1 || snip > Checking.DEEPEST) {
            throw new ParameterException(spec.commandLine(), "--snip is 1 to " + Checking.DEEPEST);
        }
        return output.write(Commands.main(main), this::check);
    }

    private int check(OutputStream out) throws IOException {
        var masking = new Masking(showValues);
        try (var in = input.open(Commands.main(main));
                var report = format == Format.TEXT ? new TextReport(out, masking) : new JsonReport(out, masking)) {
            var findings = new Findings(report, in, snip);
            Checking.reader(input.reader(), snip).read(in, findings);
            boolean readable = findings.interchanges > 0;
            report.end(input.name(), readable, findings);
            if (!readable) {
                return Main.UNREADABLE;
            }
            return findings.errors == 0 ? Main.GOOD : Main.FAULTS;
        }
    }

    /** Counts, and passes each error on. */
    private static final class Findings implements X12Handler {
        private final Report report;
        private final ProgressInput in;
        private final int snip;
        private long interchanges;
        private long groups;
        private long transactions;
        private long units;
        private long errors;
        private long warnings;

        private Findings(Report report, ProgressInput in, int snip) {
            this.report = report;
            this.in = in;
            this.snip = snip;
        }

        @Override
        public void startInterchange(Interchange interchange) {
            interchanges++;
        }

        @Override
        public void startGroup(FunctionalGroup group) {
            groups++;
        }

        @Override
        public void startTransaction(TransactionSet set) {
            transactions++;
        }

        @Override
        public void unit(Unit unit) {
            units++;
            in.claim();
        }

        @Override
        public void error(X12Error error) {
            if (Checking.level(error) > snip) {
                return;
            }
            if (Checking.isWarning(error)) {
                warnings++;
            } else {
                errors++;
            }
            try {
                report.error(error);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private interface Report extends AutoCloseable {
        void error(X12Error error) throws IOException;

        void end(String name, boolean readable, Findings findings) throws IOException;

        @Override
        void close() throws IOException;
    }

    private static final class TextReport implements Report {
        private final PrintWriter out;
        private final Masking masking;

        private TextReport(OutputStream out, Masking masking) {
            this.out = new PrintWriter(out, false, StandardCharsets.UTF_8);
            this.masking = masking;
        }

        @Override
        public void error(X12Error error) {
            var text = new StringBuilder(Checking.isWarning(error) ? "warning  " : "error  ");
            text.append("%s  %s %s".formatted(Commands.place(error), Checking.codeList(error.level()), error.code()));
            if (!error.loop().isEmpty()) {
                text.append("  loop ").append(error.loop());
            }
            text.append("  ")
                    .append(error.place())
                    .append(error.place().isEmpty() ? "" : ": ")
                    .append(error.message());
            if (error.value() != null) {
                text.append(" [").append(masking.show(error.value())).append(']');
            }
            out.println(text);
        }

        @Override
        public void end(String name, boolean readable, Findings findings) {
            if (!readable) {
                out.printf("%s: unreadable, there is no interchange in it%n", name);
                return;
            }
            out.printf(
                    "%s: %s; %d interchanges, %d groups, %d transaction sets, %d claims or the like, %d errors, %d warnings%n",
                    name,
                    findings.errors == 0 ? "valid" : "invalid",
                    findings.interchanges,
                    findings.groups,
                    findings.transactions,
                    findings.units,
                    findings.errors,
                    findings.warnings);
        }

        @Override
        public void close() {
            out.flush();
        }
    }

    private static final class JsonReport implements Report {
        private final JsonGenerator json;
        private final Masking masking;

        private JsonReport(OutputStream out, Masking masking) throws IOException {
            this.masking = masking;
            json = new JsonFactory().createGenerator(out);
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeArrayFieldStart("errors");
        }

        @Override
        public void error(X12Error error) throws IOException {
            json.writeStartObject();
            json.writeStringField("severity", Checking.isWarning(error) ? "warning" : "error");
            json.writeNumberField("snip", Checking.level(error));
            json.writeStringField("codeList", Checking.codeList(error.level()));
            json.writeStringField("code", error.code());
            json.writeNumberField("interchange", error.interchange());
            json.writeNumberField("group", error.group());
            json.writeNumberField("transaction", error.transaction());
            json.writeNumberField("segment", error.segment());
            json.writeStringField("segmentId", error.segmentId());
            json.writeStringField("loop", error.loop());
            json.writeNumberField("element", error.element());
            json.writeNumberField("component", error.component());
            json.writeNumberField("repetition", error.repetition());
            json.writeStringField("place", error.place());
            json.writeStringField("message", error.message());
            if (error.value() != null) {
                json.writeStringField("value", masking.show(error.value()));
            }
            json.writeEndObject();
        }

        @Override
        public void end(String name, boolean readable, Findings findings) throws IOException {
            json.writeEndArray();
            json.writeStringField("file", name);
            json.writeStringField("result", !readable ? "unreadable" : findings.errors == 0 ? "valid" : "invalid");
            json.writeNumberField("interchanges", findings.interchanges);
            json.writeNumberField("groups", findings.groups);
            json.writeNumberField("transactions", findings.transactions);
            json.writeNumberField("units", findings.units);
            json.writeNumberField("errorCount", findings.errors);
            json.writeNumberField("warningCount", findings.warnings);
            json.writeEndObject();
            json.writeRaw('\n');
        }

        @Override
        public void close() throws IOException {
            json.close();
        }
    }
}
