package org.superbill.servicekit.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The enums of a service and of the libraries by the names that its API document gives them, with the values that the mapper writes, and reads back. */
final class WireEnums {
    private static final String CLASS = ".class";

    private final ObjectMapper mapper;
    /** Two enums of one simple name are told apart by a number in the document, so that either will do. */
    private final Map<String, Set<List<String>>> valuesByName = new HashMap<>();

    WireEnums(ObjectMapper mapper, String module) throws IOException {
        this.mapper = mapper;
        addUnder(GeneratedDocs.file(module).resolve("target/classes"));
        try (var libraries = Files.list(GeneratedDocs.file("libraries"))) {
            libraries
                    .map(library -> library.resolve("target/classes"))
                    .filter(Files::isDirectory)
                    .forEach(this::addUnder);
        }
    }

    /** Whether the values are those of an enum of that name; what is none of ours (Jackson's, or behind the gateway) may have any. */
    boolean allow(String schema, List<String> values) {
        var ours = valuesByName.get(schema.replaceFirst("[0-9]+$", ""));
        return ours == null || ours.contains(values);
    }

    private void addUnder(Path classes) {
        try (var files = Files.walk(classes)) {
            files.map(file -> classes.relativize(file).toString())
                    .filter(file -> file.endsWith(CLASS) && file.startsWith("org/superbill/"))
                    .map(file ->
                            file.substring(0, file.length() - CLASS.length()).replace('/', '.'))
                    .flatMap(WireEnums::loaded)
                    .filter(Class::isEnum)
                    .forEach(this::add);
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

    private void add(Class<?> type) {
        var schema = type.getAnnotation(Schema.class);
        var name = schema == null || schema.name().isEmpty() ? type.getSimpleName() : schema.name();
        valuesByName
                .computeIfAbsent(name, none -> new HashSet<>())
                .add(Arrays.stream(type.getEnumConstants()).map(this::wire).toList());
    }

    /** As written; a value that is not read back as the same constant is one that no document can be right about. */
    private String wire(Object constant) {
        try {
            var written = mapper.<JsonNode>valueToTree(constant);
            return constant.equals(mapper.treeToValue(written, ((Enum<?>) constant).getDeclaringClass()))
                    ? written.asText()
                    : written.asText() + " is not read back";
        } catch (JsonProcessingException e) {
            return constant + " is not read";
        }
    }
}
