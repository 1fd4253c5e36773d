package org.superbill.x12.check;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.superbill.x12.Files837;
import org.superbill.x12.X12Error;
import org.superbill.x12.guide.Guide;

/** Our own example files, which lie beside this class; they are bodies without envelope, one segment a line. */
final class Examples {
    private static final Map<String, Guide> GUIDES = Map.of(
            "837P", Guide.PROFESSIONAL_837,
            "837I", Guide.INSTITUTIONAL_837,
            "835", Guide.REMITTANCE_835,
            "277CA", Guide.CLAIM_ACKNOWLEDGMENT_277CA,
            "270", Guide.ELIGIBILITY_INQUIRY_270,
            "271", Guide.ELIGIBILITY_RESPONSE_271,
            "276", Guide.STATUS_REQUEST_276,
            "277", Guide.STATUS_RESPONSE_277,
            "999", Guide.ACKNOWLEDGMENT_999);

    private Examples() {}

    static List<Path> all() {
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(
                            file -> GUIDES.containsKey(kind(file.getFileName().toString())))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        try {
            return Path.of(Examples.class.getResource("rules.txt").toURI()).getParent();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static String read(String name) {
        try {
            return Files.readString(folder().resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String kind(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    static Guide guide(String name) {
        return GUIDES.get(kind(name));
    }

    /** The whole file of an example, or of a body that was made of it. */
    static String file(String name, String body) {
        return Files837.file(guide(name), body);
    }

    static List<X12Error> check(String text, SnipLevel deepest) {
        return check(text, Checker.upTo(deepest));
    }

    static List<X12Error> check(String text, Checker checker) {
        var errors = new ArrayList<X12Error>();
        try {
            checker.check(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), errors::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return errors;
    }

    /** [warning] LEVEL code place. */
    static List<String> told(List<X12Error> errors) {
        return errors.stream()
                .map(error -> (error.isWarning() ? "warning " : "") + error.level() + " " + error.code() + " "
                        + error.place())
                .toList();
    }
}
