package org.superbill.servicekit.idempotency;

import com.fasterxml.jackson.databind.util.RawValue;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import org.jspecify.annotations.Nullable;

/** What the current request is answered with, first time or replayed; empty while nothing has to be changed. */
@RequestScoped
class Answer {

    private @Nullable StoredAnswer stored;
    private boolean replayed;

    void isFirst(StoredAnswer answer) {
        stored = answer;
    }

    void isReplay(StoredAnswer answer) {
        stored = answer;
        replayed = true;
    }

    /** The body is given as the text that was stored, so that both times its bytes are the same. */
    void applyTo(ContainerResponseContext response) {
        if (stored == null) {
            return;
        }
        if (replayed) {
            response.setStatus(stored.status());
            stored.headers().forEach(header -> response.getHeaders().putSingle(header.name(), header.value()));
            response.getHeaders().putSingle("Idempotency-Replayed", "true");
        }
        if (stored.json() != null) {
            response.setEntity(new RawValue(stored.json()), new Annotation[0], MediaType.APPLICATION_JSON_TYPE);
        }
    }
}
