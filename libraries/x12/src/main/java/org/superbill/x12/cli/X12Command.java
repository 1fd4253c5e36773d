package org.superbill.x12.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.json.JsonToX12;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** JSON as X12. */
@Command(name = "x12", description = "Writes the JSON form as X12 again.", mixinStandardHelpOptions = true)
final class X12Command implements Callable<Integer> {
    @ParentCommand
    private @Nullable Main main;

    @Mixin
    private InputFile input = new InputFile();

    @Mixin
    private OutputFile output = new OutputFile();

    @Option(names = "--one-line", description = "no line end behind each segment")
    private boolean oneLine;

    @Override
    public Integer call() throws IOException {
        return output.write(Commands.main(main), this::write);
    }

    private int write(OutputStream out) throws IOException {
        try (var in = input.open(Commands.main(main))) {
            JsonToX12.convert(in, out, input.charset(), oneLine ? "" : "\n");
            return Main.GOOD;
        }
    }
}
