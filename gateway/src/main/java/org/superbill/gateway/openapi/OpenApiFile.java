package org.superbill.gateway.openapi;

import io.smallrye.openapi.api.SmallRyeOpenAPI;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** An OpenAPI document as text, without anything that SmallRye would add to it by itself. */
final class OpenApiFile {

    private OpenApiFile() {}

    static OpenAPI read(URL yaml) {
        return nothing().withCustomStaticFile(opened(yaml)).build().model();
    }

    static OpenAPI read(String yaml) {
        InputStream stream = new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8));
        return nothing().withCustomStaticFile(() -> stream).build().model();
    }

    static String write(OpenAPI document) {
        return nothing().withInitialModel(document).build().toYAML();
    }

    private static Supplier<InputStream> opened(URL yaml) {
        return () -> {
            try {
                return yaml.openStream(); // the reader closes it
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    private static SmallRyeOpenAPI.Builder nothing() {
        return SmallRyeOpenAPI.builder()
                .enableModelReader(false)
                .enableStandardStaticFiles(false)
                .enableStandardFilter(false)
                .enableAnnotationScan(false);
    }
}
