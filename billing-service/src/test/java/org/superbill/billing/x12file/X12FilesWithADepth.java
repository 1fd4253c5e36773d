package org.superbill.billing.x12file;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.superbill.billing.archive.Archive;
import org.superbill.billing.claimstatus.StatusInquiries;
import org.superbill.billing.remittance.Remittances;

/** Takes files as the service does, but for one that stands for files that are deeper than the stack: none is known that is. */
@Alternative
@Priority(1)
@ApplicationScoped
class X12FilesWithADepth extends X12Files {
    static final String TOO_DEEP = "DEEPER-THAN-THE-STACK";

    /** For the client proxy. */
    @SuppressWarnings("NullAway")
    X12FilesWithADepth() {
        super(null, null, null, null, null, 0);
    }

    @Inject
    X12FilesWithADepth(
            X12FileStore store,
            Archive archive,
            Acknowledgments acknowledgments,
            Remittances remittances,
            StatusInquiries inquiries,
            @ConfigProperty(name = "superbill.x12-file.max-kept-bytes") long maxKeptBytes) {
        super(store, archive, acknowledgments, remittances, inquiries, maxKeptBytes);
    }

    @Override
    @Transactional
    Taken take(byte[] bytes, String source) {
        if (new String(bytes, StandardCharsets.ISO_8859_1).contains(TOO_DEEP)) {
            throw new StackOverflowError();
        }
        return super.take(bytes, source);
    }
}
