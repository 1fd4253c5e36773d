package org.superbill.x12.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.generate.GeneratedClaims;
import org.superbill.x12.generate.GeneratedFile;
import org.superbill.x12.generate.GeneratedInstitutionalClaims;
import org.superbill.x12.generate.GeneratedRemittances;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Files for load tests. */
@Command(
        name = "generate",
        description = "Writes an invented, valid file; the same for the same seed.",
        mixinStandardHelpOptions = true)
final class GenerateCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable Main main;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private OutputFile output = new OutputFile();

    @Option(names = "--claims", paramLabel = "N", required = true, description = "how many claims")
    private long claims;

    @Option(names = "--type", paramLabel = "837p|837i|835", description = "837p unless told otherwise")
    private String type = "837p";

    @Option(names = "--seed", paramLabel = "N", description = "1 unless told otherwise")
    private long seed = 1;

    @Override
    public Integer call() throws IOException {
        if (claims < 1) {
            throw new ParameterException(spec.commandLine(), "--claims is 1 or more");
        }
        var file = file();
        return output.write(Commands.main(main), out -> {
            file.write(out, claims, 0);
            return Main.GOOD;
        });
    }

    private GeneratedFile file() {
        return switch (type) {
            case "837p", "837P" -> new GeneratedClaims(seed);
            case "837i", "837I" -> new GeneratedInstitutionalClaims(seed);
            case "835" -> new GeneratedRemittances(seed);
            default -> throw new ParameterException(spec.commandLine(), "--type is 837p, 837i or 835");
        };
    }
}
