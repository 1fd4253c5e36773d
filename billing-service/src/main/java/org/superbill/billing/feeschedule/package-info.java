/** What the practice charges: fee schedules with their dates, and the charges that they propose. */
@NullMarked
package org.superbill.billing.feeschedule;

import org.jspecify.annotations.NullMarked;
