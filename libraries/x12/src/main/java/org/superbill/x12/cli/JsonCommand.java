package org.superbill.x12.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.Interchange;
import org.superbill.x12.LoopPart;
import org.superbill.x12.TransactionSet;
import org.superbill.x12.X12Error;
import org.superbill.x12.json.X12ToJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** X12 as JSON. */
@Command(
        name = "json",
        description =
                "Writes a file as JSON, named by the guides. Exit 1: something could not be read and is left out.",
        mixinStandardHelpOptions = true)
final class JsonCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable Main main;

    @Mixin
    private InputFile input = new InputFile();

    @Mixin
    private OutputFile output = new OutputFile();

    @Option(names = "--compact", description = "all on one line")
    private boolean compact;

    @Override
    public Integer call() throws IOException {
        return output.write(Commands.main(main), this::write);
    }

    private int write(OutputStream out) throws IOException {
        try (var in = input.open(Commands.main(main))) {
            var handler = new Counting(out, !compact, in);
            try (handler) {
                input.reader().read(in, handler);
            }
            out.write('\n');
            return Commands.outcome(Commands.main(main), handler.interchanges, handler.loss);
        }
    }

    private static final class Counting extends X12ToJson {
        private final ProgressInput in;
        private int interchanges;
        private @Nullable X12Error loss;

        private Counting(OutputStream out, boolean pretty, ProgressInput in) throws IOException {
            super(out, pretty);
            this.in = in;
        }

        @Override
        public void startInterchange(Interchange interchange) {
            interchanges++;
            super.startInterchange(interchange);
        }

        @Override
        public void startTransaction(TransactionSet set) {
            in.startTransaction(set);
            super.startTransaction(set);
        }

        @Override
        public void part(LoopPart part) {
            in.part(part);
            super.part(part);
        }

        @Override
        public void error(X12Error error) {
            if (loss == null && Checking.isLoss(error)) {
                loss = error;
            }
        }
    }
}
