package org.superbill.servicekit.sample;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

@Entity
class Note {
    @Id
    UUID id = new UUID(0, 0);

    @TenantId
    @Column(name = "organization_id")
    @Nullable
    String organizationId;

    String text = "";

    @Nullable
    String label;

    @Version
    long revision;
}
