package org.superbill.x12.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.LoopPart;
import org.superbill.x12.TransactionSet;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.guide.LoopDef;
import org.superbill.x12.guide.LoopUse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** A file without its patients. */
@Command(
        name = "redact",
        description =
                "Writes a file with its patients' names, numbers, addresses, birth dates, telephone numbers and free texts"
                        + " replaced, each by the same wherever it stands. Providers, payers, amounts, codes and dates of service stay.",
        mixinStandardHelpOptions = true)
final class RedactCommand implements Callable<Integer> {
    private static final int KEY_BYTES = 16;

    @ParentCommand
    private @Nullable Main main;

    @Mixin
    private InputFile input = new InputFile();

    @Mixin
    private OutputFile output = new OutputFile();

    @Option(
            names = "--seed",
            paramLabel = "N",
            description =
                    "the same replacements in several files; who knows it can find out what was replaced. Random unless given")
    private @Nullable Long seed;

    @Override
    public Integer call() throws IOException {
        return output.write(Commands.main(main), this::write);
    }

    private int write(OutputStream out) throws IOException {
        try (var in = input.open(Commands.main(main))) {
            var handler = new Redactor(out, in);
            input.reader().read(in, handler);
            return Commands.outcome(Commands.main(main), handler.interchanges(), handler.loss());
        }
    }

    private byte[] key() {
        var given = seed;
        if (given != null) {
            return ByteBuffer.allocate(KEY_BYTES).putLong(given).array();
        }
        var key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return key;
    }

    private final class Redactor extends CopyHandler {
        private final ProgressInput in;
        private final Redaction redaction = new Redaction(new Pseudonyms(key()));
        private final Deque<LoopDef> open = new ArrayDeque<>();
        private @Nullable Guide guide;

        private Redactor(OutputStream out, ProgressInput in) {
            super(out, input.charset(), "\n", in);
            this.in = in;
        }

        @Override
        public void startTransaction(TransactionSet set) {
            super.startTransaction(set);
            guide = set.guide();
            if (guide == null) {
                throw new Refused("A transaction set of a kind that is not supported cannot be redacted");
            }
            open.clear();
            open.push(guide.root());
        }

        @Override
        public void startLoop(LoopUse loop) {
            open.push(loop.loop());
        }

        @Override
        public void endLoop() {
            open.pop();
        }

        @Override
        public void part(LoopPart part) {
            var known = guide;
            var loop = open.peek();
            if (known == null || loop == null) {
                throw new IllegalStateException("A part stands in a transaction set");
            }
            in.part(part);
            redaction.redact(known, loop, part).forEach(this::put);
        }
    }
}
