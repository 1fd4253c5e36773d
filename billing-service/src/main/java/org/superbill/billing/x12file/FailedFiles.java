package org.superbill.billing.x12file;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.superbill.billing.job.Retries;

/** What failed of one mailbox: when each of its files is looked at again, and how often it failed for a reason of its own. For one thread. */
final class FailedFiles {
    private final Retries retries;
    private final Map<String, Integer> ofTheirOwn = new HashMap<>();

    FailedFiles(Duration firstWait) {
        this.retries = new Retries(System::nanoTime, firstWait);
    }

    /** Forgets what is no longer in the mailbox. */
    void keepOnly(Collection<String> fileIds) {
        retries.keepOnly(fileIds);
        ofTheirOwn.keySet().retainAll(fileIds);
    }

    boolean isDue(String fileId) {
        return retries.isDue(fileId);
    }

    void waits(String fileId) {
        retries.failed(fileId);
    }

    /** @return how often it has failed so */
    int ofItsOwn(String fileId) {
        return ofTheirOwn.merge(fileId, 1, Integer::sum);
    }

    void succeeded(String fileId) {
        retries.succeeded(fileId);
        ofTheirOwn.remove(fileId);
    }
}
