package org.superbill.x12.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** What a person wants to know of a file. */
@Command(
        name = "summary",
        description = "Says of a file who sends what to whom: counts, totals, a line for each claim.",
        mixinStandardHelpOptions = true)
final class SummaryCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable Main main;

    @Mixin
    private InputFile input = new InputFile();

    @Mixin
    private OutputFile output = new OutputFile();

    @Option(names = "--no-claims", description = "without the line for each claim")
    private boolean withoutClaims;

    @Option(names = "--show-values", description = "shows patients' names and numbers")
    private boolean showValues;

    @Override
    public Integer call() throws IOException {
        return output.write(Commands.main(main), this::write);
    }

    private int write(OutputStream out) throws IOException {
        try (var in = input.open(Commands.main(main));
                var text = new PrintWriter(out, false, StandardCharsets.UTF_8)) {
            var handler = new Summary(text, new Masking(showValues), !withoutClaims, in::claim);
            input.reader().read(in, handler);
            handler.end();
            text.flush();
            return Commands.outcome(Commands.main(main), handler.interchanges(), handler.loss());
        }
    }
}
