package org.superbill.coding.codeindex;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * One line of {@code reference/code-index.json}: a part of the index that ships as a resource of this service.
 *
 * @param file its name beside the manifest, gzipped {@link CompactIndex}
 * @param sha256 of the compact form before compression
 * @param sourceSha256 of the official file that it was made of
 */
record ShippedIndex(
        CodeIndexTable table,
        String release,
        LocalDate effectiveFrom,
        String file,
        int terms,
        String sha256,
        String source,
        String sourceSha256,
        String licence) {
    static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    static final String MANIFEST = "code-index.json";
    private static final String FOLDER = "/reference/";

    static List<ShippedIndex> all() {
        try (var manifest = resource(MANIFEST)) {
            return JSON.readValue(manifest, new TypeReference<List<ShippedIndex>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<IndexTerm> read() {
        try (var reader = new InputStreamReader(new GZIPInputStream(resource(file), 1 << 16), UTF_8)) {
            return CompactIndex.read(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream resource(String name) throws IOException {
        var stream = ShippedIndex.class.getResourceAsStream(FOLDER + name);
        if (stream == null) {
            throw new FileNotFoundException("This build lacks its resource " + FOLDER + name);
        }
        return stream;
    }
}
