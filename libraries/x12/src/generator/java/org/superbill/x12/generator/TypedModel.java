package org.superbill.x12.generator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.guide.GuideNames;
import org.superbill.x12.guide.LoopDef;
import org.superbill.x12.guide.LoopUse;

/**
 * Writes the typed records of all guides as Java sources: a type per loop, in it one per segment and composite, and one per list of
 * codes. The build runs it before it compiles. A loop for which the library has a record of its own becomes the interface that the
 * record implements.
 */
public final class TypedModel {
    private final Path handWritten;
    private final Path out;
    private final List<Path> written = new ArrayList<>();

    private TypedModel(Path handWritten, Path out) {
        this.handWritten = handWritten;
        this.out = out;
    }

    /** @param arguments the folder of the library's own sources, and the folder to write to */
    public static void main(String[] arguments) throws IOException {
        new TypedModel(Path.of(arguments[0]), Path.of(arguments[1])).write();
    }

    private void write() throws IOException {
        var codes = new CodeTypes(Guide.all());
        for (var type : codes.generated()) {
            save(CodeTypes.PACKAGE, type.simpleName(), type.source());
        }
        for (var guide : Guide.all()) {
            var names = GuideNames.of(guide);
            for (var loop : guide.loops()) {
                var source = new LoopSource(
                        guide, names, loop, uses(guide, loop), codes, type -> isHandWritten(names, type));
                save("org.superbill.x12." + names.packageName(), source.typeName(), source.source());
            }
        }
        removeOthers();
    }

    private boolean isHandWritten(GuideNames names, String type) {
        return Files.exists(handWritten.resolve(
                "org/superbill/x12/%s/%s.java".formatted(names.packageName().replace('.', '/'), type)));
    }

    /** The places where a loop stands. */
    private static List<LoopUse> uses(Guide guide, LoopDef loop) {
        return guide.loops().stream()
                .flatMap(parent -> parent.parts().stream())
                .filter(LoopUse.class::isInstance)
                .map(LoopUse.class::cast)
                .filter(use -> use.loop() == loop)
                .toList();
    }

    /** Leaves a file alone that is as it should be, so that the compiler sees what has changed. */
    private void save(String packageName, String type, String source) throws IOException {
        var file = out.resolve(packageName.replace('.', '/')).resolve(type + ".java");
        written.add(file);
        if (!Files.exists(file) || !Files.readString(file).equals(source)) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, source);
        }
    }

    private void removeOthers() throws IOException {
        try (Stream<Path> files = Files.walk(out)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                if (!written.contains(file)) {
                    Files.delete(file);
                }
            }
        }
    }
}
