package org.superbill.coding.codesystem;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * One line of {@code reference/manifest.json}: a release that ships as a resource of this service.
 *
 * @param system as {@link CodeSystem#id()}
 * @param file its name beside the manifest, {@link CompactForm}, gzipped where it ends in {@code .gz}
 * @param sha256 of the compact form before compression
 * @param sourceSha256 of the official files that it was made of, in the order of {@code source}; none for words of our own
 */
public record ShippedRelease(
        String system,
        String release,
        LocalDate effectiveFrom,
        String file,
        int codes,
        String sha256,
        String source,
        List<String> sourceSha256,
        String licence) {
    public static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    private static final String FOLDER = "/reference/";

    public ShippedRelease {
        sourceSha256 = List.copyOf(sourceSha256);
    }

    public static List<ShippedRelease> all() {
        try (var manifest = resource("manifest.json")) {
            return JSON.readValue(manifest, new TypeReference<List<ShippedRelease>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The compact form, unzipped. */
    public InputStream open() throws IOException {
        var content = resource(file);
        return file.endsWith(".gz") ? new GZIPInputStream(content, 1 << 16) : content;
    }

    CodeSystem codeSystem() {
        return CodeSystem.of(system).orElseThrow();
    }

    private static InputStream resource(String name) throws IOException {
        var stream = ShippedRelease.class.getResourceAsStream(FOLDER + name);
        if (stream == null) {
            throw new FileNotFoundException("This build lacks its resource " + FOLDER + name);
        }
        return stream;
    }
}
