/** The texts of the record, which patient-service keeps: read over HTTP when they are needed, never stored here. */
@NullMarked
package org.superbill.coding.document;

import org.jspecify.annotations.NullMarked;
