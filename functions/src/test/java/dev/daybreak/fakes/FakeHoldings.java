package dev.daybreak.fakes;

import dev.daybreak.database.Address;
import dev.daybreak.database.Credentials;
import dev.daybreak.fault.Unavailable;
import dev.daybreak.ports.Holdings;
import dev.daybreak.proof.Holding;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What each database holds, as a test says.
public final class FakeHoldings implements Holdings {
    private final Map<Address, Holding> holdings = new HashMap<>();

    public void put(Address address, Holding holding) {
        holdings.put(address, holding);
    }

    @Override
    public Holding of(Address address, Credentials daybreak) {
        return Optional.ofNullable(holdings.get(address))
                .orElseThrow(() -> new Unavailable("Nobody answers at %s.".formatted(address)));
    }
}
