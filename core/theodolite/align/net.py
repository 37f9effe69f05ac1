"""The modules of G3 and GeoCLIP (torch). Imported inside functions only; see :mod:`theodolite.align.load`.

Every output is un-normalised; callers divide by the length. State dicts have the published names.
"""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn

from theodolite.align.config import AlignConfig
from theodolite.align.names import head_names, scale_names
from theodolite.align.projection import project


class Head(nn.Sequential):
    """Linear, ReLU, Linear: [n, d_in] -> [n, d_out]."""

    def __init__(self, d_in: int, d_hidden: int, d_out: int) -> None:
        super().__init__(nn.Linear(d_in, d_hidden), nn.ReLU(), nn.Linear(d_hidden, d_out))


class _Fourier(nn.Module):
    """gamma(v) = [cos 2 pi B v, sin 2 pi B v] (Tancik et al. 2020): [n, 2] -> [n, 2 frequencies].

    B is drawn from N(0, sigma^2), stored, and never trained.
    """

    def __init__(self, sigma: float, frequencies: int) -> None:
        super().__init__()
        self.b = nn.Parameter(torch.randn(frequencies, 2) * sigma, requires_grad=False)

    def forward(self, v: Tensor) -> Tensor:
        # Under autocast this product would be bfloat16: at sigma 2^8 the phase would be noise.
        with torch.autocast(v.device.type, enabled=False):
            phase = 2 * math.pi * v @ self.b.T
        return torch.cat((torch.cos(phase), torch.sin(phase)), dim=-1)


class _Capsule(nn.Module):
    """One scale of the location encoder: [n, 2] -> [n, location_dim]."""

    def __init__(self, sigma: float, config: AlignConfig) -> None:
        super().__init__()
        wide = config.hidden
        self.capsule = nn.Sequential(
            _Fourier(sigma, config.frequencies),
            nn.Linear(2 * config.frequencies, wide),
            nn.ReLU(),
            nn.Linear(wide, wide),
            nn.ReLU(),
            nn.Linear(wide, wide),
            nn.ReLU(),
        )
        self.head = nn.Sequential(nn.Linear(wide, config.location_dim))

    def forward(self, v: Tensor) -> Tensor:
        out: Tensor = self.head(self.capsule(v))
        return out


class LocationEncoder(nn.Module):
    """Places to vectors: the sum of one capsule a scale (GeoCLIP, section 3.2; G3 code)."""

    def __init__(self, config: AlignConfig) -> None:
        super().__init__()
        self.projection = config.projection
        for number, sigma in enumerate(config.sigmas):
            self.add_module(f"LocEnc{number}", _Capsule(sigma, config))

    def project(self, lat_lon: Tensor) -> Tensor:
        """Degrees [n, 2] to the plane, in the module's precision and on its device; no gradient.

        Coordinates pass through the module's precision first, as in both published codes (1 to 2 m in
        float32). Mercator is then computed in float64 (G3 calls PROJ), Equal Earth as given (GeoCLIP).
        Raises InputError for a coordinate that is no place.
        """
        b: Tensor = self.LocEnc0.capsule[0].b  # type: ignore[union-attr,index]
        single = torch.float64 if b.dtype == torch.float64 else torch.float32
        degrees = lat_lon.detach().to("cpu", single)
        degrees = degrees.double() if self.projection == "mercator" else degrees
        plane: Tensor = project(self.projection, degrees, torch)
        return plane.to(b.device, b.dtype)

    def encode(self, plane: Tensor) -> Tensor:
        """Projected places [n, 2] -> [n, location_dim]."""
        first, *others = self.children()
        total: Tensor = first(plane)
        for capsule in others:
            total = total + capsule(plane)
        return total

    def forward(self, lat_lon: Tensor) -> Tensor:
        """Latitude and longitude in degrees [n, 2] -> [n, location_dim]."""
        return self.encode(self.project(lat_lon))


class Aligner(nn.Module):
    """The heads and the location encoder of one configuration.

    ``x`` and ``t`` are un-normalised projections of the frozen towers, [n, image_dim] and [n, text_dim];
    places are degrees [n, 2]. All answer [n, gps_dim].
    """

    def __init__(self, config: AlignConfig) -> None:
        super().__init__()
        self.config = config
        self._names = head_names(config.layout)
        self._scales = scale_names(config.layout)
        self.location_encoder = LocationEncoder(config)
        out = config.gps_dim
        self._put("image_gps", Head(config.image_dim, config.image_hidden, out))
        if config.text_dim is not None:
            self._put("image_text", Head(config.image_dim, config.image_hidden, out))
            self._put("text", Head(config.text_dim, config.text_hidden, out))
        if config.location_hidden is not None:
            self._put("location", Head(config.location_dim, config.location_hidden, out))
        for name, start in zip(self._scales, config.log_scales, strict=True):
            self.register_parameter(name, nn.Parameter(torch.tensor(start)))

    def image_gps(self, x: Tensor) -> Tensor:
        """f_gps(image): what is compared with places."""
        return self._head("image_gps", x)

    def image_text(self, x: Tensor) -> Tensor:
        """f_text(image): what is compared with place names."""
        return self._head("image_text", x)

    def text(self, t: Tensor) -> Tensor:
        """The text head."""
        return self._head("text", t)

    def location(self, lat_lon: Tensor) -> Tensor:
        """Places in the common space."""
        return self.location_of(self.location_encoder.project(lat_lon))

    def location_of(self, plane: Tensor) -> Tensor:
        """As :meth:`location`, for places that are projected already (training projects them once)."""
        encoded = self.location_encoder.encode(plane)
        return encoded if self.config.location_hidden is None else self._head("location", encoded)

    @property
    def log_scale_text(self) -> nn.Parameter:
        """The log-parameter of image and text: G3's first."""
        return self.get_parameter(self._scales[0])

    @property
    def log_scale_gps(self) -> nn.Parameter:
        """The log-parameter of image and place: G3's second, GeoCLIP's only one."""
        return self.get_parameter(self._scales[1] if self.config.layout == "g3" else self._scales[0])

    def _put(self, role: str, head: Head) -> None:
        """Hang ``head`` where the published state dict has it, which may be a level deeper."""
        *above, last = self._names[role].split(".")
        at: nn.Module = self
        for name in above:
            if not hasattr(at, name):
                at.add_module(name, nn.Module())
            at = at.get_submodule(name)
        at.add_module(last, head)

    def _head(self, role: str, x: Tensor) -> Tensor:
        out: Tensor = self.get_submodule(self._names[role])(x)
        return out
