/** The claim status request, 276 (005010X212): its loops, typed. */
@NullMarked
package org.superbill.x12.status.request;

import org.jspecify.annotations.NullMarked;
