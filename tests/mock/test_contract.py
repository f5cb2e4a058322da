import pytest

from mediawright_mock.contract import ContractError, file_contract, vendor_contract


def test_a_contract_is_read(write_contract):
    contract = file_contract(write_contract())
    assert contract.vendor == "acme"
    assert [each.python for each in contract.operations][:2] == ["image_to_video.big_model", "text_to_image.painter"]
    assert contract.operations[0].task.query == "tasks.result"
    assert [each.code for each in contract.operations[0].errors] == [374, 490, 404]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"format": 2, "vendor": "acme", "operations": []}',
        '{"format": 1, "vendor": "acme", "operations": [{}]}',
    ],
)
def test_what_is_no_contract_is_said_in_one_line(tmp_path, text):
    file = tmp_path / "contract.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ContractError, match=r"contract\.json(:1:1: is no JSON|: is no contract): ") as caught:
        file_contract(file)
    assert "\n" not in str(caught.value)


def test_a_missing_file_is_said_in_one_line(tmp_path):
    with pytest.raises(ContractError, match=r"contract\.json: cannot be read: No such file"):
        file_contract(tmp_path / "contract.json")


def test_an_unknown_vendor_is_named():
    with pytest.raises(ContractError, match="no vendor is named 'nobody'; known are: "):
        vendor_contract("nobody")
