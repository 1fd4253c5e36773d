package org.superbill.systemtests.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A page of the documentation whose commands are run. */
public final class Page {
    private static final Pattern COMMANDS = Pattern.compile("^```sh\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    private Page() {}

    /** The blocks marked {@code sh}, one after the other. */
    public static String commands(String path) throws IOException {
        var page = Files.readString(
                Path.of(System.getProperty("superbill.root", ".")).resolve(path));
        return COMMANDS.matcher(page).results().map(block -> block.group(1)).collect(Collectors.joining());
    }
}
