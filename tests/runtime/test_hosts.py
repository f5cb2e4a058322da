import pytest

from mediawright_runtime.errors import HostRefusedError
from mediawright_runtime.hosts import Host, HostRule, refuse_private

LISTED = HostRule("https://api.acme.example/v1", (".aliyuncs.com", "files.acme.example"))
UNLISTED = HostRule("https://api.acme.example/v1")
LOCAL = HostRule("http://127.0.0.1:8080/base")


@pytest.mark.parametrize(
    "url",
    [
        "https://bucket.oss.aliyuncs.com/a.png?Signature=x",
        "https://BUCKET.aliyuncs.com/a.png",
        "https://bucket.aliyuncs.com./a.png",
        "https://bucket.aliyuncs.com:8443/a.png",
        "https://files.acme.example/纸 船.png",
    ],
)
def test_the_vendors_hosts_are_admitted(url):
    assert LISTED.admit(url) is not None


@pytest.mark.parametrize(
    "url",
    [
        "https://evil.example/.aliyuncs.com",
        "https://aliyuncs.com.evil.example/a.png",
        "https://bucket.aliyuncs.com.evil.example/a.png",
        "https://evilaliyuncs.com/a.png",
        "https://aliyuncs.com/a.png",
        "https://sub.files.acme.example/a.png",
        "https://bucket.aliyuncs.com@evil.example/a.png",
        "https://evil.example#.aliyuncs.com",
        "https://evil.example?.aliyuncs.com",
        "https://evil.example\\.aliyuncs.com/a.png",
        "https://evil.example\\@bucket.aliyuncs.com/a.png",
        "http://bucket.aliyuncs.com/a.png",
        "http://169.254.169.254/latest",
    ],
)
def test_what_only_looks_like_the_vendors_host_is_refused(url):
    """Promise: hosts are matched exactly or by dot-suffix, over https, after parsing."""
    with pytest.raises(HostRefusedError):
        LISTED.admit(url)


def test_any_public_https_host_is_admitted_where_the_vendor_lists_none():
    assert UNLISTED.admit("https://cdn.example/a.png") == Host("cdn.example", 443)


@pytest.mark.parametrize(
    "url",
    [
        "http://cdn.example/a.png",
        "ftp://cdn.example/a.png",
        "file:///etc/passwd",
        "//cdn.example/a.png",
        "cdn.example/a.png",
        "https:///a.png",
        "https://user:password@cdn.example/a.png",
        "https://cdn.example:port/a.png",
        "https://cdn.example\t/a.png",
        "https://cdn.example/\n",
        " https://cdn.example/",
        "https://cdn%2eexample/",
        "https://\uff43dn.example/",
        "https://[::1/a.png",
        "data:image/png;base64,AAAA",
        "",
    ],
)
def test_what_is_no_plain_https_address_is_refused(url):
    with pytest.raises(HostRefusedError) as caught:
        UNLISTED.admit(url)
    assert "password" not in str(caught.value)


@pytest.mark.parametrize("url", ["http://127.0.0.1:8080/files/a.png", "HTTP://127.0.0.1:8080/x"])
def test_the_clients_own_origin_is_always_allowed(url):
    """Promise: a mock on loopback serves its files."""
    assert LOCAL.admit(url) is None


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:8081/a",
        "http://127.0.0.1/a",
        "http://localhost:8080/a",
        "http://127.0.0.1.evil.example:8080/a",
    ],
)
def test_another_port_or_name_is_another_origin(url):
    with pytest.raises(HostRefusedError):
        LOCAL.admit(url)


def test_a_default_port_is_no_difference():
    assert UNLISTED.admit("https://api.acme.example:443/files/a.png") is None


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "0.0.0.0",  # noqa: S104 (refused here)
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1%eth0",
        "fc00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "2001:db8::1",
    ],
)
def test_an_address_that_is_not_public_is_refused(address):
    with pytest.raises(HostRefusedError, match="not a public address"):
        refuse_private("https://cdn.example/a.png", ("8.8.8.8", address))


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_a_public_address_passes(address):
    refuse_private("https://cdn.example/a.png", (address,))


@pytest.mark.parametrize("url", ["https://[::1]/a.png", "https://127.1/a.png", "https://2130706433/a.png"])
def test_a_literal_address_is_resolved_like_a_name(url):
    assert UNLISTED.admit(url) is not None
