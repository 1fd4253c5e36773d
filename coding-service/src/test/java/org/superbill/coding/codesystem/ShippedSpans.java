package org.superbill.coding.codesystem;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.function.Consumer;

/** The shipped releases of a system as the database would give them, without one. */
public final class ShippedSpans {
    private ShippedSpans() {}

    public static Releases releases(CodeSystem system) {
        var releases = new ArrayList<CodeRelease>();
        for (var shipped : ShippedRelease.all()) {
            if (shipped.codeSystem() == system) {
                releases.add(new CodeRelease(
                        releases.size(),
                        system,
                        shipped.release(),
                        shipped.effectiveFrom(),
                        shipped.source(),
                        shipped.licence(),
                        shipped.sha256(),
                        shipped.codes(),
                        Instant.EPOCH,
                        Instant.EPOCH));
            }
        }
        return new Releases(system, releases);
    }

    public static void each(Releases releases, Consumer<CodeSpan> consumer) {
        var rows = new ArrayList<CodeStore.ReleasedCode>();
        for (var shipped : ShippedRelease.all()) {
            releases.oldestFirst().stream()
                    .filter(release -> release.sha256().equals(shipped.sha256()))
                    .forEach(release -> read(shipped, row -> rows.add(new CodeStore.ReleasedCode(release.id(), row))));
        }
        rows.sort(Comparator.comparing(
                        (CodeStore.ReleasedCode released) -> released.row().code())
                .thenComparing(CodeStore.ReleasedCode::releaseId));
        var spans = new Spans(releases, consumer);
        rows.forEach(spans::add);
        spans.finish();
    }

    public static void read(ShippedRelease shipped, Consumer<CodeRow> consumer) {
        try (var reader = new InputStreamReader(shipped.open(), UTF_8)) {
            CompactForm.read(reader).forEachRemaining(consumer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
