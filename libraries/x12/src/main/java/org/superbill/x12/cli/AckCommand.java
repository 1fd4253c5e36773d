package org.superbill.x12.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.FunctionalGroup;
import org.superbill.x12.Interchange;
import org.superbill.x12.TransactionSet;
import org.superbill.x12.Unit;
import org.superbill.x12.X12Error;
import org.superbill.x12.X12Handler;
import org.superbill.x12.X12Writer;
import org.superbill.x12.acknowledgment.Acknowledger;
import org.superbill.x12.acknowledgment.AcknowledgmentCode;
import org.superbill.x12.acknowledgment.GroupResult;
import org.superbill.x12.acknowledgment.InterchangeResult;
import org.superbill.x12.guide.Guide;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The answer to a file's sender. */
@Command(
        name = "ack",
        description =
                "Writes the answer to a file's sender: a 999 for each group, and a TA1 where the sender asks for it"
                        + " (ISA14) or the interchange is not accepted. A 999 is not answered.",
        mixinStandardHelpOptions = true)
final class AckCommand implements Callable<Integer> {
    private static final int MOST_TRANSACTIONS = 50_000;
    private static final int MOST_ERRORS = 50_000;

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

    @Option(
            names = "--control-number",
            paramLabel = "N",
            description = "ISA13 of the first interchange that is written, 1 unless told otherwise")
    private long controlNumber = 1;

    @Override
    public Integer call() throws IOException {
        if (snip < 1 || snip > Checking.DEEPEST) {
            throw new ParameterException(spec.commandLine(), "--snip is 1 to " + Checking.DEEPEST);
        }
        if (controlNumber < 0 || controlNumber > 999_999_999) {
            throw new ParameterException(spec.commandLine(), "--control-number has nine digits at most");
        }
        var acknowledger = new Acknowledger();
        try (var in = input.open(Commands.main(main))) {
            Checking.reader(input.reader(), snip).read(in, X12Handler.all(acknowledger, new Limit(in)));
        }
        if (acknowledger.interchanges().isEmpty()) {
            return Commands.outcome(Commands.main(main), 0, null);
        }
        return output.write(Commands.main(main), out -> {
            write(acknowledger, out);
            return Main.GOOD;
        });
    }

    /** The answer is kept until the file ends, for a TA1 stands in front of all others. */
    private static final class Limit implements X12Handler {
        private final ProgressInput in;
        private int transactions;
        private int errors;

        private Limit(ProgressInput in) {
            this.in = in;
        }

        @Override
        public void startTransaction(TransactionSet set) {
            if (++transactions > MOST_TRANSACTIONS) {
                throw new Refused(
                        "More than %d transaction sets are not answered at a time".formatted(MOST_TRANSACTIONS));
            }
        }

        @Override
        public void unit(Unit unit) {
            in.claim();
        }

        @Override
        public void error(X12Error error) {
            if (++errors > MOST_ERRORS) {
                throw new Refused("The file has more than %d errors, which no answer tells".formatted(MOST_ERRORS));
            }
        }
    }

    private void write(Acknowledger acknowledger, OutputStream out) throws IOException {
        var now = LocalDateTime.now(Commands.main(main).clock());
        var writer = X12Writer.to(out);
        long number = controlNumber;
        for (var result : acknowledger.interchanges()) {
            boolean ta1 = result.interchange().acknowledgmentRequested()
                    || !result.code().equals(AcknowledgmentCode.ACCEPTED);
            var groups = result.groups().stream()
                    .filter(group -> !group.group().functionalCode().equals("FA"))
                    .toList();
            if (ta1 || !groups.isEmpty()) {
                writer.startInterchange(answering(result, now, number));
                if (ta1) {
                    writer.interchangeAcknowledgment(result.acknowledgment());
                }
                long groupNumber = 0;
                for (var group : groups) {
                    write(writer, group, now, ++groupNumber);
                }
                writer.endInterchange();
                number = number % 999_999_999 + 1;
            }
        }
        writer.flush();
        if (number == controlNumber) {
            Commands.main(main).err().println("x12: there is nothing to answer");
        }
    }

    /** From its receiver to its sender. */
    private static Interchange answering(InterchangeResult result, LocalDateTime now, long number) {
        var received = result.interchange();
        return Interchange.builder()
                .sender(received.receiverQualifier(), received.receiver())
                .receiver(received.senderQualifier(), received.sender())
                .at(now)
                .controlNumber(number)
                .usage(received.usage().isEmpty() ? "P" : received.usage())
                .separators(received.separators()) // nothing that was received has them in it
                .build();
    }

    private static void write(X12Writer writer, GroupResult result, LocalDateTime now, long number) throws IOException {
        var received = result.group();
        writer.startGroup(FunctionalGroup.of(
                "FA", received.receiver(), received.sender(), now, number, Guide.ACKNOWLEDGMENT_999.version()));
        writer.transaction(Guide.ACKNOWLEDGMENT_999, "0001", result.acknowledgment());
        writer.endGroup();
    }
}
