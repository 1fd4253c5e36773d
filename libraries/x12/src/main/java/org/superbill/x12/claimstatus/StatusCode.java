package org.superbill.x12.claimstatus;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.Segment;

/**
 * What happened to a claim (composite C043: STC01, STC10, STC11).
 *
 * @param category claim status category (source 507): A1 received, A2 accepted, A3 returned, A7 rejected for its information …
 * @param status claim status (source 508): 19 entity acknowledges receipt, 20 accepted, 33 subscriber and subscriber id not found …
 * @param entity whom the status speaks of (element 98): PR payer, IL subscriber, QC patient, 85 billing provider …
 */
public record StatusCode(
        String category, String status, @Nullable String entity) {
    public static StatusCode of(String category, String status) {
        return new StatusCode(category, status, null);
    }

    static List<StatusCode> of(Segment stc) {
        var codes = new ArrayList<StatusCode>();
        for (int element : new int[] {1, 10, 11}) {
            if (stc.has(element)) {
                codes.add(new StatusCode(
                        stc.component(element, 1), stc.component(element, 2), stc.componentValue(element, 3)));
            }
        }
        return codes;
    }

    String composite() {
        return Segment.composite(category, status, entity);
    }

    /** Only received so far: nothing is decided (A0, A1). */
    public boolean isReceipt() {
        return category.equals("A0") || category.equals("A1");
    }

    /** Accepted into adjudication (A2). */
    public boolean isAccepted() {
        return category.equals("A2");
    }

    /** Not adjudicated; it must be corrected and sent as a new claim (A3, A4, A6, A7, A8). */
    public boolean isRejected() {
        return List.of("A3", "A4", "A6", "A7", "A8").contains(category);
    }
}
