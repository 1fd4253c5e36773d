package org.superbill.servicekit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The classes of a service and of the libraries, as they were compiled; loaded and not initialized. */
final class ServiceClasses {
    private static final String CLASS = ".class";

    private ServiceClasses() {}

    /** @param module the service's folder */
    static List<Class<?>> of(String module) throws IOException {
        var found = new ArrayList<>(under(GeneratedDocs.file(module).resolve("target/classes")));
        try (var libraries = Files.list(GeneratedDocs.file("libraries"))) {
            libraries
                    .map(library -> library.resolve("target/classes"))
                    .filter(Files::isDirectory)
                    .forEach(classes -> found.addAll(under(classes)));
        }
        return found;
    }

    private static List<Class<?>> under(Path classes) {
        try (var files = Files.walk(classes)) {
            return files.map(file -> classes.relativize(file).toString())
                    .filter(file -> file.endsWith(CLASS) && file.startsWith("org/superbill/"))
                    .map(file ->
                            file.substring(0, file.length() - CLASS.length()).replace('/', '.'))
                    .<Class<?>>flatMap(ServiceClasses::loaded)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Class<?>> loaded(String name) {
        try {
            return Stream.of(Class.forName(name, false, Thread.currentThread().getContextClassLoader()));
        } catch (ClassNotFoundException | LinkageError e) {
            return Stream.of(); // of a library that the service does not have
        }
    }
}
